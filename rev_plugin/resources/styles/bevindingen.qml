<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis autoRefreshMode="Disabled" autoRefreshTime="0" minScale="1e+08" version="3.40.6-Bratislava" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" hasScaleBasedVisibilityFlag="0" maxScale="0">
 <temporal limitMode="0" startField="" durationField="" enabled="0" endExpression="" startExpression="" durationUnit="min" fixedDuration="0" accumulate="0" mode="0" endField="">
  <fixedRange>
   <start/>
   <end/>
  </fixedRange>
 </temporal>
 <fieldConfiguration>
  <field name="locatie" configurationFlags="NoFlag"/>
  <field name="regel" configurationFlags="NoFlag"/>
  <field name="thema" configurationFlags="NoFlag"/>
  <field name="aard" configurationFlags="NoFlag"/>
  <field name="zwaarte" configurationFlags="NoFlag"/>
  <field name="systeem" configurationFlags="NoFlag"/>
  <field name="object_id" configurationFlags="NoFlag"/>
  <field name="afstand_m" configurationFlags="NoFlag"/>
  <field name="vereist_m" configurationFlags="NoFlag"/>
  <field name="marge_m" configurationFlags="NoFlag"/>
  <field name="nauwkeurigheid_m" configurationFlags="NoFlag"/>
  <field name="overlap_m2" configurationFlags="NoFlag"/>
  <field name="overlap_aandeel" configurationFlags="NoFlag"/>
  <field name="oordeel" configurationFlags="NoFlag"/>
  <field name="bron" configurationFlags="NoFlag"/>
  <field name="bron_datum" configurationFlags="NoFlag"/>
  <field name="bron_status" configurationFlags="NoFlag"/>
  <field name="toelichting" configurationFlags="NoFlag"/>
 </fieldConfiguration>
 <aliases>
  <alias name="Locatie" field="locatie" index="0"/>
  <alias name="Regel" field="regel" index="1"/>
  <alias name="Thema" field="thema" index="2"/>
  <alias name="Aard" field="aard" index="3"/>
  <alias name="Zwaarte" field="zwaarte" index="4"/>
  <alias name="Stelsel" field="systeem" index="5"/>
  <alias name="Object-id" field="object_id" index="6"/>
  <alias name="Afstand (m)" field="afstand_m" index="7"/>
  <alias name="Vereist (m)" field="vereist_m" index="8"/>
  <alias name="Marge (m)" field="marge_m" index="9"/>
  <alias name="Nauwkeurigheid (m)" field="nauwkeurigheid_m" index="10"/>
  <alias name="Overlap (m²)" field="overlap_m2" index="11"/>
  <alias name="Aandeel overlap" field="overlap_aandeel" index="12"/>
  <alias name="Oordeel" field="oordeel" index="13"/>
  <alias name="Bron" field="bron" index="14"/>
  <alias name="Datum van de bron" field="bron_datum" index="15"/>
  <alias name="Status van de bron" field="bron_status" index="16"/>
  <alias name="Toelichting" field="toelichting" index="17"/>
 </aliases>
 <splitPolicies>
  <policy field="locatie" policy="Duplicate"/>
  <policy field="regel" policy="Duplicate"/>
  <policy field="thema" policy="Duplicate"/>
  <policy field="aard" policy="Duplicate"/>
  <policy field="zwaarte" policy="Duplicate"/>
  <policy field="systeem" policy="Duplicate"/>
  <policy field="object_id" policy="Duplicate"/>
  <policy field="afstand_m" policy="Duplicate"/>
  <policy field="vereist_m" policy="Duplicate"/>
  <policy field="marge_m" policy="Duplicate"/>
  <policy field="nauwkeurigheid_m" policy="Duplicate"/>
  <policy field="overlap_m2" policy="Duplicate"/>
  <policy field="overlap_aandeel" policy="Duplicate"/>
  <policy field="oordeel" policy="Duplicate"/>
  <policy field="bron" policy="Duplicate"/>
  <policy field="bron_datum" policy="Duplicate"/>
  <policy field="bron_status" policy="Duplicate"/>
  <policy field="toelichting" policy="Duplicate"/>
 </splitPolicies>
 <duplicatePolicies>
  <policy field="locatie" policy="Duplicate"/>
  <policy field="regel" policy="Duplicate"/>
  <policy field="thema" policy="Duplicate"/>
  <policy field="aard" policy="Duplicate"/>
  <policy field="zwaarte" policy="Duplicate"/>
  <policy field="systeem" policy="Duplicate"/>
  <policy field="object_id" policy="Duplicate"/>
  <policy field="afstand_m" policy="Duplicate"/>
  <policy field="vereist_m" policy="Duplicate"/>
  <policy field="marge_m" policy="Duplicate"/>
  <policy field="nauwkeurigheid_m" policy="Duplicate"/>
  <policy field="overlap_m2" policy="Duplicate"/>
  <policy field="overlap_aandeel" policy="Duplicate"/>
  <policy field="oordeel" policy="Duplicate"/>
  <policy field="bron" policy="Duplicate"/>
  <policy field="bron_datum" policy="Duplicate"/>
  <policy field="bron_status" policy="Duplicate"/>
  <policy field="toelichting" policy="Duplicate"/>
 </duplicatePolicies>
 <defaults>
  <default expression="" field="locatie" applyOnUpdate="0"/>
  <default expression="" field="regel" applyOnUpdate="0"/>
  <default expression="" field="thema" applyOnUpdate="0"/>
  <default expression="" field="aard" applyOnUpdate="0"/>
  <default expression="" field="zwaarte" applyOnUpdate="0"/>
  <default expression="" field="systeem" applyOnUpdate="0"/>
  <default expression="" field="object_id" applyOnUpdate="0"/>
  <default expression="" field="afstand_m" applyOnUpdate="0"/>
  <default expression="" field="vereist_m" applyOnUpdate="0"/>
  <default expression="" field="marge_m" applyOnUpdate="0"/>
  <default expression="" field="nauwkeurigheid_m" applyOnUpdate="0"/>
  <default expression="" field="overlap_m2" applyOnUpdate="0"/>
  <default expression="" field="overlap_aandeel" applyOnUpdate="0"/>
  <default expression="" field="oordeel" applyOnUpdate="0"/>
  <default expression="" field="bron" applyOnUpdate="0"/>
  <default expression="" field="bron_datum" applyOnUpdate="0"/>
  <default expression="" field="bron_status" applyOnUpdate="0"/>
  <default expression="" field="toelichting" applyOnUpdate="0"/>
 </defaults>
 <constraints>
  <constraint unique_strength="0" exp_strength="0" field="locatie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="regel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="thema" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="aard" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="zwaarte" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="systeem" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="object_id" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="afstand_m" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="vereist_m" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="marge_m" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="nauwkeurigheid_m" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="overlap_m2" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="overlap_aandeel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="oordeel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bron" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bron_datum" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bron_status" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="toelichting" notnull_strength="0" constraints="0"/>
 </constraints>
 <constraintExpressions>
  <constraint desc="" field="locatie" exp=""/>
  <constraint desc="" field="regel" exp=""/>
  <constraint desc="" field="thema" exp=""/>
  <constraint desc="" field="aard" exp=""/>
  <constraint desc="" field="zwaarte" exp=""/>
  <constraint desc="" field="systeem" exp=""/>
  <constraint desc="" field="object_id" exp=""/>
  <constraint desc="" field="afstand_m" exp=""/>
  <constraint desc="" field="vereist_m" exp=""/>
  <constraint desc="" field="marge_m" exp=""/>
  <constraint desc="" field="nauwkeurigheid_m" exp=""/>
  <constraint desc="" field="overlap_m2" exp=""/>
  <constraint desc="" field="overlap_aandeel" exp=""/>
  <constraint desc="" field="oordeel" exp=""/>
  <constraint desc="" field="bron" exp=""/>
  <constraint desc="" field="bron_datum" exp=""/>
  <constraint desc="" field="bron_status" exp=""/>
  <constraint desc="" field="toelichting" exp=""/>
 </constraintExpressions>
 <expressionfields/>
 <mapTip enabled="1"/>
 <layerGeometryType>4</layerGeometryType>
</qgis>
