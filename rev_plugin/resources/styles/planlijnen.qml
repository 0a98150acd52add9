<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="0" simplifyLocal="1" autoRefreshMode="Disabled" simplifyDrawingHints="1" simplifyAlgorithm="0" autoRefreshTime="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="25000" version="3.40.6-Bratislava" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" hasScaleBasedVisibilityFlag="1" maxScale="0">
 <temporal limitMode="0" startField="" durationField="" enabled="0" endExpression="" startExpression="" durationUnit="min" fixedDuration="0" accumulate="0" mode="0" endField="">
  <fixedRange>
   <start/>
   <end/>
  </fixedRange>
 </temporal>
 <renderer-v2 type="singleSymbol" referencescale="-1" enableorderby="0" forceraster="0" symbollevels="0">
  <symbols>
   <symbol type="line" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="26,26,26,255"/>
      <Option type="QString" name="line_style" value="dash"/>
      <Option type="QString" name="line_width" value="0.4"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
  <rotation/>
  <sizescale/>
  <data-defined-properties>
   <Option type="Map">
    <Option type="QString" name="name" value=""/>
    <Option name="properties"/>
    <Option type="QString" name="type" value="collection"/>
   </Option>
  </data-defined-properties>
 </renderer-v2>
 <selection mode="Default">
  <selectionColor invalid="1"/>
 </selection>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <fieldConfiguration>
  <field name="plan_id" configurationFlags="NoFlag"/>
  <field name="plan_naam" configurationFlags="NoFlag"/>
  <field name="plan_type" configurationFlags="NoFlag"/>
  <field name="plan_status" configurationFlags="NoFlag"/>
  <field name="plan_dossierstatus" configurationFlags="NoFlag"/>
  <field name="plan_deel" configurationFlags="NoFlag"/>
  <field name="overheid" configurationFlags="NoFlag"/>
  <field name="datum" configurationFlags="NoFlag"/>
  <field name="object_id" configurationFlags="NoFlag"/>
  <field name="object_type" configurationFlags="NoFlag"/>
  <field name="hoofdgroep" configurationFlags="NoFlag"/>
  <field name="naam" configurationFlags="NoFlag"/>
  <field name="artikel" configurationFlags="NoFlag"/>
  <field name="tekst" configurationFlags="NoFlag"/>
  <field name="tekst_url" configurationFlags="NoFlag"/>
  <field name="kwalificatie" configurationFlags="NoFlag"/>
  <field name="activiteit" configurationFlags="NoFlag"/>
  <field name="waarde" configurationFlags="NoFlag"/>
  <field name="eenheid" configurationFlags="NoFlag"/>
  <field name="bron" configurationFlags="NoFlag"/>
 </fieldConfiguration>
 <aliases>
  <alias name="Plan-id" field="plan_id" index="0"/>
  <alias name="Plannaam" field="plan_naam" index="1"/>
  <alias name="Plantype" field="plan_type" index="2"/>
  <alias name="Planstatus" field="plan_status" index="3"/>
  <alias name="Dossierstatus" field="plan_dossierstatus" index="4"/>
  <alias name="Deel (tijdelijk / tam / nieuw)" field="plan_deel" index="5"/>
  <alias name="Overheid" field="overheid" index="6"/>
  <alias name="Datum" field="datum" index="7"/>
  <alias name="Object-id" field="object_id" index="8"/>
  <alias name="Objecttype" field="object_type" index="9"/>
  <alias name="Hoofdgroep" field="hoofdgroep" index="10"/>
  <alias name="Naam" field="naam" index="11"/>
  <alias name="Artikel" field="artikel" index="12"/>
  <alias name="Tekst" field="tekst" index="13"/>
  <alias name="Link naar de tekst" field="tekst_url" index="14"/>
  <alias name="Kwalificatie" field="kwalificatie" index="15"/>
  <alias name="Activiteit" field="activiteit" index="16"/>
  <alias name="Waarde" field="waarde" index="17"/>
  <alias name="Eenheid" field="eenheid" index="18"/>
  <alias name="Bron" field="bron" index="19"/>
 </aliases>
 <splitPolicies>
  <policy field="plan_id" policy="Duplicate"/>
  <policy field="plan_naam" policy="Duplicate"/>
  <policy field="plan_type" policy="Duplicate"/>
  <policy field="plan_status" policy="Duplicate"/>
  <policy field="plan_dossierstatus" policy="Duplicate"/>
  <policy field="plan_deel" policy="Duplicate"/>
  <policy field="overheid" policy="Duplicate"/>
  <policy field="datum" policy="Duplicate"/>
  <policy field="object_id" policy="Duplicate"/>
  <policy field="object_type" policy="Duplicate"/>
  <policy field="hoofdgroep" policy="Duplicate"/>
  <policy field="naam" policy="Duplicate"/>
  <policy field="artikel" policy="Duplicate"/>
  <policy field="tekst" policy="Duplicate"/>
  <policy field="tekst_url" policy="Duplicate"/>
  <policy field="kwalificatie" policy="Duplicate"/>
  <policy field="activiteit" policy="Duplicate"/>
  <policy field="waarde" policy="Duplicate"/>
  <policy field="eenheid" policy="Duplicate"/>
  <policy field="bron" policy="Duplicate"/>
 </splitPolicies>
 <duplicatePolicies>
  <policy field="plan_id" policy="Duplicate"/>
  <policy field="plan_naam" policy="Duplicate"/>
  <policy field="plan_type" policy="Duplicate"/>
  <policy field="plan_status" policy="Duplicate"/>
  <policy field="plan_dossierstatus" policy="Duplicate"/>
  <policy field="plan_deel" policy="Duplicate"/>
  <policy field="overheid" policy="Duplicate"/>
  <policy field="datum" policy="Duplicate"/>
  <policy field="object_id" policy="Duplicate"/>
  <policy field="object_type" policy="Duplicate"/>
  <policy field="hoofdgroep" policy="Duplicate"/>
  <policy field="naam" policy="Duplicate"/>
  <policy field="artikel" policy="Duplicate"/>
  <policy field="tekst" policy="Duplicate"/>
  <policy field="tekst_url" policy="Duplicate"/>
  <policy field="kwalificatie" policy="Duplicate"/>
  <policy field="activiteit" policy="Duplicate"/>
  <policy field="waarde" policy="Duplicate"/>
  <policy field="eenheid" policy="Duplicate"/>
  <policy field="bron" policy="Duplicate"/>
 </duplicatePolicies>
 <defaults>
  <default expression="" field="plan_id" applyOnUpdate="0"/>
  <default expression="" field="plan_naam" applyOnUpdate="0"/>
  <default expression="" field="plan_type" applyOnUpdate="0"/>
  <default expression="" field="plan_status" applyOnUpdate="0"/>
  <default expression="" field="plan_dossierstatus" applyOnUpdate="0"/>
  <default expression="" field="plan_deel" applyOnUpdate="0"/>
  <default expression="" field="overheid" applyOnUpdate="0"/>
  <default expression="" field="datum" applyOnUpdate="0"/>
  <default expression="" field="object_id" applyOnUpdate="0"/>
  <default expression="" field="object_type" applyOnUpdate="0"/>
  <default expression="" field="hoofdgroep" applyOnUpdate="0"/>
  <default expression="" field="naam" applyOnUpdate="0"/>
  <default expression="" field="artikel" applyOnUpdate="0"/>
  <default expression="" field="tekst" applyOnUpdate="0"/>
  <default expression="" field="tekst_url" applyOnUpdate="0"/>
  <default expression="" field="kwalificatie" applyOnUpdate="0"/>
  <default expression="" field="activiteit" applyOnUpdate="0"/>
  <default expression="" field="waarde" applyOnUpdate="0"/>
  <default expression="" field="eenheid" applyOnUpdate="0"/>
  <default expression="" field="bron" applyOnUpdate="0"/>
 </defaults>
 <constraints>
  <constraint unique_strength="0" exp_strength="0" field="plan_id" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_naam" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_type" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_status" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_dossierstatus" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_deel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="overheid" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="datum" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="object_id" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="object_type" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="hoofdgroep" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="naam" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="artikel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="tekst" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="tekst_url" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="kwalificatie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="activiteit" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="waarde" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="eenheid" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bron" notnull_strength="0" constraints="0"/>
 </constraints>
 <constraintExpressions>
  <constraint desc="" field="plan_id" exp=""/>
  <constraint desc="" field="plan_naam" exp=""/>
  <constraint desc="" field="plan_type" exp=""/>
  <constraint desc="" field="plan_status" exp=""/>
  <constraint desc="" field="plan_dossierstatus" exp=""/>
  <constraint desc="" field="plan_deel" exp=""/>
  <constraint desc="" field="overheid" exp=""/>
  <constraint desc="" field="datum" exp=""/>
  <constraint desc="" field="object_id" exp=""/>
  <constraint desc="" field="object_type" exp=""/>
  <constraint desc="" field="hoofdgroep" exp=""/>
  <constraint desc="" field="naam" exp=""/>
  <constraint desc="" field="artikel" exp=""/>
  <constraint desc="" field="tekst" exp=""/>
  <constraint desc="" field="tekst_url" exp=""/>
  <constraint desc="" field="kwalificatie" exp=""/>
  <constraint desc="" field="activiteit" exp=""/>
  <constraint desc="" field="waarde" exp=""/>
  <constraint desc="" field="eenheid" exp=""/>
  <constraint desc="" field="bron" exp=""/>
 </constraintExpressions>
 <expressionfields/>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif"&gt;&lt;b&gt;[% coalesce(replace(replace(replace(replace(coalesce("naam", "object_type"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/b&gt;&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Soort&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(replace("object_type", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Plan&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(replace("plan_naam", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Status&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(replace("plan_status" || coalesce(' (dossier: ' || "plan_dossierstatus" || ')', ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Artikel&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(replace("artikel", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Kwalificatie&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(replace("kwalificatie", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Maat&lt;/td&gt;&lt;td&gt;' || replace(replace(replace(replace("waarde" || coalesce(' ' || "eenheid", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Tekst&lt;/td&gt;&lt;td&gt;' || if("tekst_url" ~ '^https?://', '&lt;a href="' || replace(replace(replace(replace("tekst_url", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '"&gt;'
            || 'regeltekst&lt;/a&gt;', replace(replace(replace(replace("tekst_url", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;[% coalesce('&lt;p style="max-width:340px;margin:4px 0 0"&gt;' || replace(replace(replace(replace(left("tekst", 400), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '&lt;/p&gt;', '') %]&lt;/div&gt;</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
