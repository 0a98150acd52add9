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
  <field name="plan_id" configurationFlags="NoFlag"/>
  <field name="plan_naam" configurationFlags="NoFlag"/>
  <field name="plan_status" configurationFlags="NoFlag"/>
  <field name="object_id" configurationFlags="NoFlag"/>
  <field name="object_type" configurationFlags="NoFlag"/>
  <field name="hoofdgroep" configurationFlags="NoFlag"/>
  <field name="naam" configurationFlags="NoFlag"/>
  <field name="artikel" configurationFlags="NoFlag"/>
  <field name="tekst_url" configurationFlags="NoFlag"/>
  <field name="regel" configurationFlags="NoFlag"/>
  <field name="oordeel" configurationFlags="NoFlag"/>
  <field name="overlap_m2" configurationFlags="NoFlag"/>
  <field name="overlap_aandeel" configurationFlags="NoFlag"/>
  <field name="toelichting" configurationFlags="NoFlag"/>
 </fieldConfiguration>
 <aliases>
  <alias name="Locatie" field="locatie" index="0"/>
  <alias name="Plan-id" field="plan_id" index="1"/>
  <alias name="Plannaam" field="plan_naam" index="2"/>
  <alias name="Planstatus" field="plan_status" index="3"/>
  <alias name="Object-id" field="object_id" index="4"/>
  <alias name="Objecttype" field="object_type" index="5"/>
  <alias name="Hoofdgroep" field="hoofdgroep" index="6"/>
  <alias name="Naam" field="naam" index="7"/>
  <alias name="Artikel" field="artikel" index="8"/>
  <alias name="Link naar de tekst" field="tekst_url" index="9"/>
  <alias name="Regel" field="regel" index="10"/>
  <alias name="Oordeel" field="oordeel" index="11"/>
  <alias name="Overlap (m²)" field="overlap_m2" index="12"/>
  <alias name="Aandeel overlap" field="overlap_aandeel" index="13"/>
  <alias name="Toelichting" field="toelichting" index="14"/>
 </aliases>
 <splitPolicies>
  <policy field="locatie" policy="Duplicate"/>
  <policy field="plan_id" policy="Duplicate"/>
  <policy field="plan_naam" policy="Duplicate"/>
  <policy field="plan_status" policy="Duplicate"/>
  <policy field="object_id" policy="Duplicate"/>
  <policy field="object_type" policy="Duplicate"/>
  <policy field="hoofdgroep" policy="Duplicate"/>
  <policy field="naam" policy="Duplicate"/>
  <policy field="artikel" policy="Duplicate"/>
  <policy field="tekst_url" policy="Duplicate"/>
  <policy field="regel" policy="Duplicate"/>
  <policy field="oordeel" policy="Duplicate"/>
  <policy field="overlap_m2" policy="Duplicate"/>
  <policy field="overlap_aandeel" policy="Duplicate"/>
  <policy field="toelichting" policy="Duplicate"/>
 </splitPolicies>
 <duplicatePolicies>
  <policy field="locatie" policy="Duplicate"/>
  <policy field="plan_id" policy="Duplicate"/>
  <policy field="plan_naam" policy="Duplicate"/>
  <policy field="plan_status" policy="Duplicate"/>
  <policy field="object_id" policy="Duplicate"/>
  <policy field="object_type" policy="Duplicate"/>
  <policy field="hoofdgroep" policy="Duplicate"/>
  <policy field="naam" policy="Duplicate"/>
  <policy field="artikel" policy="Duplicate"/>
  <policy field="tekst_url" policy="Duplicate"/>
  <policy field="regel" policy="Duplicate"/>
  <policy field="oordeel" policy="Duplicate"/>
  <policy field="overlap_m2" policy="Duplicate"/>
  <policy field="overlap_aandeel" policy="Duplicate"/>
  <policy field="toelichting" policy="Duplicate"/>
 </duplicatePolicies>
 <defaults>
  <default expression="" field="locatie" applyOnUpdate="0"/>
  <default expression="" field="plan_id" applyOnUpdate="0"/>
  <default expression="" field="plan_naam" applyOnUpdate="0"/>
  <default expression="" field="plan_status" applyOnUpdate="0"/>
  <default expression="" field="object_id" applyOnUpdate="0"/>
  <default expression="" field="object_type" applyOnUpdate="0"/>
  <default expression="" field="hoofdgroep" applyOnUpdate="0"/>
  <default expression="" field="naam" applyOnUpdate="0"/>
  <default expression="" field="artikel" applyOnUpdate="0"/>
  <default expression="" field="tekst_url" applyOnUpdate="0"/>
  <default expression="" field="regel" applyOnUpdate="0"/>
  <default expression="" field="oordeel" applyOnUpdate="0"/>
  <default expression="" field="overlap_m2" applyOnUpdate="0"/>
  <default expression="" field="overlap_aandeel" applyOnUpdate="0"/>
  <default expression="" field="toelichting" applyOnUpdate="0"/>
 </defaults>
 <constraints>
  <constraint unique_strength="0" exp_strength="0" field="locatie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_id" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_naam" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_status" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="object_id" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="object_type" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="hoofdgroep" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="naam" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="artikel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="tekst_url" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="regel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="oordeel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="overlap_m2" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="overlap_aandeel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="toelichting" notnull_strength="0" constraints="0"/>
 </constraints>
 <constraintExpressions>
  <constraint desc="" field="locatie" exp=""/>
  <constraint desc="" field="plan_id" exp=""/>
  <constraint desc="" field="plan_naam" exp=""/>
  <constraint desc="" field="plan_status" exp=""/>
  <constraint desc="" field="object_id" exp=""/>
  <constraint desc="" field="object_type" exp=""/>
  <constraint desc="" field="hoofdgroep" exp=""/>
  <constraint desc="" field="naam" exp=""/>
  <constraint desc="" field="artikel" exp=""/>
  <constraint desc="" field="tekst_url" exp=""/>
  <constraint desc="" field="regel" exp=""/>
  <constraint desc="" field="oordeel" exp=""/>
  <constraint desc="" field="overlap_m2" exp=""/>
  <constraint desc="" field="overlap_aandeel" exp=""/>
  <constraint desc="" field="toelichting" exp=""/>
 </constraintExpressions>
 <expressionfields/>
 <mapTip enabled="1"/>
 <layerGeometryType>4</layerGeometryType>
</qgis>
