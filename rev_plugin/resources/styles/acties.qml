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
  <field name="scenario" configurationFlags="NoFlag"/>
  <field name="proces" configurationFlags="NoFlag"/>
  <field name="partner" configurationFlags="NoFlag"/>
  <field name="volgorde" configurationFlags="NoFlag"/>
  <field name="actie" configurationFlags="NoFlag"/>
  <field name="trekker" configurationFlags="NoFlag"/>
  <field name="doorlooptijd_min_jaren" configurationFlags="NoFlag"/>
  <field name="doorlooptijd_max_jaren" configurationFlags="NoFlag"/>
  <field name="status" configurationFlags="NoFlag"/>
  <field name="notitie" configurationFlags="NoFlag"/>
  <field name="bron" configurationFlags="NoFlag"/>
 </fieldConfiguration>
 <aliases>
  <alias name="Locatie" field="locatie" index="0"/>
  <alias name="Scenario" field="scenario" index="1"/>
  <alias name="Proces" field="proces" index="2"/>
  <alias name="Partner" field="partner" index="3"/>
  <alias name="Volgorde" field="volgorde" index="4"/>
  <alias name="Actie" field="actie" index="5"/>
  <alias name="Trekker" field="trekker" index="6"/>
  <alias name="Doorlooptijd minimaal (jaren)" field="doorlooptijd_min_jaren" index="7"/>
  <alias name="Doorlooptijd maximaal (jaren)" field="doorlooptijd_max_jaren" index="8"/>
  <alias name="Status" field="status" index="9"/>
  <alias name="Notitie" field="notitie" index="10"/>
  <alias name="Bron" field="bron" index="11"/>
 </aliases>
 <splitPolicies>
  <policy field="locatie" policy="Duplicate"/>
  <policy field="scenario" policy="Duplicate"/>
  <policy field="proces" policy="Duplicate"/>
  <policy field="partner" policy="Duplicate"/>
  <policy field="volgorde" policy="Duplicate"/>
  <policy field="actie" policy="Duplicate"/>
  <policy field="trekker" policy="Duplicate"/>
  <policy field="doorlooptijd_min_jaren" policy="Duplicate"/>
  <policy field="doorlooptijd_max_jaren" policy="Duplicate"/>
  <policy field="status" policy="Duplicate"/>
  <policy field="notitie" policy="Duplicate"/>
  <policy field="bron" policy="Duplicate"/>
 </splitPolicies>
 <duplicatePolicies>
  <policy field="locatie" policy="Duplicate"/>
  <policy field="scenario" policy="Duplicate"/>
  <policy field="proces" policy="Duplicate"/>
  <policy field="partner" policy="Duplicate"/>
  <policy field="volgorde" policy="Duplicate"/>
  <policy field="actie" policy="Duplicate"/>
  <policy field="trekker" policy="Duplicate"/>
  <policy field="doorlooptijd_min_jaren" policy="Duplicate"/>
  <policy field="doorlooptijd_max_jaren" policy="Duplicate"/>
  <policy field="status" policy="Duplicate"/>
  <policy field="notitie" policy="Duplicate"/>
  <policy field="bron" policy="Duplicate"/>
 </duplicatePolicies>
 <defaults>
  <default expression="" field="locatie" applyOnUpdate="0"/>
  <default expression="" field="scenario" applyOnUpdate="0"/>
  <default expression="" field="proces" applyOnUpdate="0"/>
  <default expression="" field="partner" applyOnUpdate="0"/>
  <default expression="" field="volgorde" applyOnUpdate="0"/>
  <default expression="" field="actie" applyOnUpdate="0"/>
  <default expression="" field="trekker" applyOnUpdate="0"/>
  <default expression="" field="doorlooptijd_min_jaren" applyOnUpdate="0"/>
  <default expression="" field="doorlooptijd_max_jaren" applyOnUpdate="0"/>
  <default expression="" field="status" applyOnUpdate="0"/>
  <default expression="" field="notitie" applyOnUpdate="0"/>
  <default expression="" field="bron" applyOnUpdate="0"/>
 </defaults>
 <constraints>
  <constraint unique_strength="0" exp_strength="0" field="locatie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="scenario" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="proces" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="partner" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="volgorde" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="actie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="trekker" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="doorlooptijd_min_jaren" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="doorlooptijd_max_jaren" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="status" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="notitie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bron" notnull_strength="0" constraints="0"/>
 </constraints>
 <constraintExpressions>
  <constraint desc="" field="locatie" exp=""/>
  <constraint desc="" field="scenario" exp=""/>
  <constraint desc="" field="proces" exp=""/>
  <constraint desc="" field="partner" exp=""/>
  <constraint desc="" field="volgorde" exp=""/>
  <constraint desc="" field="actie" exp=""/>
  <constraint desc="" field="trekker" exp=""/>
  <constraint desc="" field="doorlooptijd_min_jaren" exp=""/>
  <constraint desc="" field="doorlooptijd_max_jaren" exp=""/>
  <constraint desc="" field="status" exp=""/>
  <constraint desc="" field="notitie" exp=""/>
  <constraint desc="" field="bron" exp=""/>
 </constraintExpressions>
 <expressionfields/>
 <mapTip enabled="1"/>
 <layerGeometryType>4</layerGeometryType>
</qgis>
