<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="1" simplifyLocal="1" autoRefreshMode="Disabled" simplifyDrawingHints="1" simplifyAlgorithm="0" autoRefreshTime="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="10000" version="3.40.6-Bratislava" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" hasScaleBasedVisibilityFlag="1" maxScale="0">
 <temporal limitMode="0" startField="" durationField="" enabled="0" endExpression="" startExpression="" durationUnit="min" fixedDuration="0" accumulate="0" mode="0" endField="">
  <fixedRange>
   <start/>
   <end/>
  </fixedRange>
 </temporal>
 <renderer-v2 type="singleSymbol" referencescale="-1" enableorderby="0" forceraster="0" symbollevels="0">
  <symbols>
   <symbol type="marker" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="square"/>
      <Option type="QString" name="color" value="64,64,64,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="cross"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="64,64,64,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="1.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
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
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="coalesce(&quot;waarde&quot;, &quot;naam&quot;)" fontWeight="50" forcedItalic="0" useSubstitutions="0" capitalization="0" fontSizeMapUnitScale="3x:0,0,0,0,0,0" tabStopDistanceUnit="Percentage" textOrientation="horizontal" legendString="Aa" textColor="58,53,44,255,rgb:0.22745098039215686,0.20784313725490197,0.17254901960784313,1" fontSize="7" fontUnderline="0" fontStrikeout="0" fontLetterSpacing="0" textOpacity="1" blendMode="0" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" fontItalic="0" fontWordSpacing="0" fontSizeUnit="Point" multilineHeightUnit="Percentage" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" fontKerning="1" fontFamily="Sans Serif" allowHtml="0" isExpression="1" tabStopDistance="6" forcedBold="0" namedStyle="" multilineHeight="1">
    <families>
     <family name="Sans Serif"/>
     <family name="Segoe UI"/>
     <family name="Arial"/>
    </families>
    <text-buffer bufferJoinStyle="128" bufferSize="0.69999999999999996" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferDraw="1" bufferBlendMode="0" bufferNoFill="1" bufferColor="255,255,255,220,rgb:1,1,1,0.86274509803921573" bufferOpacity="1" bufferSizeUnits="MM"/>
    <text-mask maskSize2="1.5" maskOpacity="1" maskedSymbolLayers="" maskSizeUnits="MM" maskJoinStyle="128" maskType="0" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskEnabled="0" maskSize="1.5"/>
    <background shapeDraw="0" shapeRadiiX="0" shapeOpacity="1" shapeRadiiY="0" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeFillColor="255,255,255,255,rgb:1,1,1,1" shapeBorderWidth="0" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeRotationType="0" shapeSVGFile="" shapeJoinStyle="64" shapeBorderColor="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeRotation="0" shapeType="0" shapeOffsetUnit="MM" shapeRadiiUnit="MM" shapeOffsetX="0" shapeSizeX="0" shapeOffsetY="0" shapeSizeY="0" shapeBlendMode="0" shapeSizeUnit="MM" shapeSizeType="0">
     <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="fillSymbol">
      <layer class="SimpleFill" enabled="1" id="" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="color" value="255,255,255,255"/>
        <Option type="QString" name="joinstyle" value="bevel"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="128,128,128,255"/>
        <Option type="QString" name="outline_style" value="no"/>
        <Option type="QString" name="outline_width" value="0"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="style" value="solid"/>
       </Option>
      </layer>
     </symbol>
    </background>
    <shadow shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowRadiusAlphaOnly="0" shadowOffsetUnit="MM" shadowOffsetGlobal="1" shadowUnder="0" shadowOpacity="0.69999999999999996" shadowColor="0,0,0,255,rgb:0,0,0,1" shadowDraw="0" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowRadius="1.5" shadowScale="100" shadowOffsetAngle="135" shadowBlendMode="6" shadowOffsetDist="1" shadowRadiusUnit="MM"/>
    <substitutions/>
   </text-style>
   <text-format placeDirectionSymbol="0" plussign="0" formatNumbers="0" rightDirectionSymbol="&gt;" multilineAlign="3" reverseDirectionSymbol="0" useMaxLineLengthForAutoWrap="1" decimals="3" wrapChar="" autoWrapLength="0" leftDirectionSymbol="&lt;" addDirectionSymbol="0"/>
   <placement repeatDistance="0" fitInPolygonOnly="0" centroidInside="1" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" placementFlags="10" lineAnchorClipping="0" geometryGeneratorEnabled="0" rotationUnit="AngleDegrees" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" quadOffset="4" dist="1" overrunDistanceUnit="MM" xOffset="0" allowDegraded="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" maxCurvedCharAngleOut="-25" distUnits="MM" rotationAngle="0" placement="0" maximumDistance="0" geometryGenerator="" preserveRotation="1" maxCurvedCharAngleIn="25" centroidWhole="0" overrunDistance="0" distMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" prioritization="PreferCloser" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" geometryGeneratorType="PointGeometry" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" polygonPlacementFlags="2" overlapHandling="PreventOverlap" yOffset="0" offsetUnits="MM" priority="5" maximumDistanceUnit="MM" lineAnchorPercent="0.5"/>
   <rendering upsidedownLabels="0" unplacedVisibility="0" obstacleType="1" zIndex="0" scaleMin="0" scaleVisibility="1" minFeatureSize="0" fontLimitPixelSize="0" drawLabels="1" limitNumLabels="0" labelPerPart="0" maxNumLabels="2000" obstacle="1" fontMaxPixelSize="10000" scaleMax="5000" obstacleFactor="1" fontMinPixelSize="0" mergeLines="0"/>
   <callout type="simple">
    <Option type="Map">
     <Option type="QString" name="anchorPoint" value="pole_of_inaccessibility"/>
     <Option type="int" name="blendMode" value="0"/>
     <Option type="Map" name="ddProperties">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
     <Option type="bool" name="drawToAllParts" value="false"/>
     <Option type="QString" name="enabled" value="0"/>
     <Option type="QString" name="labelAnchorPoint" value="point_on_exterior"/>
     <Option type="QString" name="lineSymbol" value="&lt;symbol type=&quot;line&quot; force_rhr=&quot;0&quot; clip_to_extent=&quot;1&quot; frame_rate=&quot;10&quot; alpha=&quot;1&quot; is_animated=&quot;0&quot; name=&quot;symbol&quot;&gt;&lt;data_defined_properties&gt;&lt;Option type=&quot;Map&quot;&gt;&lt;Option type=&quot;QString&quot; name=&quot;name&quot; value=&quot;&quot;/&gt;&lt;Option name=&quot;properties&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;type&quot; value=&quot;collection&quot;/&gt;&lt;/Option&gt;&lt;/data_defined_properties&gt;&lt;layer class=&quot;SimpleLine&quot; enabled=&quot;1&quot; id=&quot;{rule-0}&quot; locked=&quot;0&quot; pass=&quot;0&quot;&gt;&lt;Option type=&quot;Map&quot;&gt;&lt;Option type=&quot;QString&quot; name=&quot;align_dash_pattern&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;capstyle&quot; value=&quot;square&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;customdash&quot; value=&quot;5;2&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;customdash_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;customdash_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;draw_inside_polygon&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;joinstyle&quot; value=&quot;bevel&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;line_color&quot; value=&quot;60,60,60,255,rgb:0.23529411764705882,0.23529411764705882,0.23529411764705882,1&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;line_style&quot; value=&quot;solid&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;line_width&quot; value=&quot;0.3&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;line_width_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;offset&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;offset_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;ring_filter&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;tweak_dash_pattern_on_corners&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;use_custom_dash&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;width_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;/Option&gt;&lt;data_defined_properties&gt;&lt;Option type=&quot;Map&quot;&gt;&lt;Option type=&quot;QString&quot; name=&quot;name&quot; value=&quot;&quot;/&gt;&lt;Option name=&quot;properties&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;type&quot; value=&quot;collection&quot;/&gt;&lt;/Option&gt;&lt;/data_defined_properties&gt;&lt;/layer&gt;&lt;/symbol&gt;"/>
     <Option type="double" name="minLength" value="0"/>
     <Option type="QString" name="minLengthUnit" value="MM"/>
     <Option type="double" name="offsetFromAnchor" value="0"/>
     <Option type="QString" name="offsetFromAnchorUnit" value="MM"/>
     <Option type="double" name="offsetFromLabel" value="0"/>
     <Option type="QString" name="offsetFromLabelUnit" value="MM"/>
    </Option>
   </callout>
  </settings>
 </labeling>
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
 <layerGeometryType>0</layerGeometryType>
</qgis>
