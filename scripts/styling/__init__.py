"""The map styles of REV as code; scripts/styles.py writes them as QML."""
