<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="1" simplifyLocal="1" autoRefreshMode="Disabled" simplifyDrawingHints="1" simplifyAlgorithm="0" autoRefreshTime="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="100000000" version="3.40.6-Bratislava" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" hasScaleBasedVisibilityFlag="0" maxScale="0">
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
      <Option type="QString" name="color" value="29,53,87,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="3.2"/>
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
   <text-style fieldName="&quot;naam&quot;" fontWeight="50" forcedItalic="0" useSubstitutions="0" capitalization="0" fontSizeMapUnitScale="3x:0,0,0,0,0,0" tabStopDistanceUnit="Percentage" textOrientation="horizontal" legendString="Aa" textColor="29,53,87,255,rgb:0.11372549019607843,0.20784313725490197,0.3411764705882353,1" fontSize="8.5" fontUnderline="0" fontStrikeout="0" fontLetterSpacing="0" textOpacity="1" blendMode="0" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" fontItalic="0" fontWordSpacing="0" fontSizeUnit="Point" multilineHeightUnit="Percentage" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" fontKerning="1" fontFamily="Sans Serif" allowHtml="0" isExpression="1" tabStopDistance="6" forcedBold="0" namedStyle="" multilineHeight="1">
    <families>
     <family name="Sans Serif"/>
     <family name="Segoe UI"/>
     <family name="Arial"/>
    </families>
    <text-buffer bufferJoinStyle="128" bufferSize="0.90000000000000002" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferDraw="1" bufferBlendMode="0" bufferNoFill="1" bufferColor="255,255,255,220,rgb:1,1,1,0.86274509803921573" bufferOpacity="1" bufferSizeUnits="MM"/>
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
   <placement repeatDistance="0" fitInPolygonOnly="0" centroidInside="1" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" placementFlags="10" lineAnchorClipping="0" geometryGeneratorEnabled="0" rotationUnit="AngleDegrees" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" quadOffset="4" dist="2.3999999999999999" overrunDistanceUnit="MM" xOffset="0" allowDegraded="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" maxCurvedCharAngleOut="-25" distUnits="MM" rotationAngle="0" placement="0" maximumDistance="0" geometryGenerator="" preserveRotation="1" maxCurvedCharAngleIn="25" centroidWhole="0" overrunDistance="0" distMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" prioritization="PreferCloser" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" geometryGeneratorType="PointGeometry" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" polygonPlacementFlags="2" overlapHandling="PreventOverlap" yOffset="0" offsetUnits="MM" priority="8" maximumDistanceUnit="MM" lineAnchorPercent="0.5"/>
   <rendering upsidedownLabels="0" unplacedVisibility="0" obstacleType="1" zIndex="0" scaleMin="0" scaleVisibility="1" minFeatureSize="0" fontLimitPixelSize="0" drawLabels="1" limitNumLabels="0" labelPerPart="0" maxNumLabels="2000" obstacle="1" fontMaxPixelSize="10000" scaleMax="80000" obstacleFactor="1" fontMinPixelSize="0" mergeLines="0"/>
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
  <field name="naam" configurationFlags="NoFlag"/>
  <field name="activiteit" configurationFlags="NoFlag"/>
  <field name="jaar" configurationFlags="NoFlag"/>
  <field name="proces" configurationFlags="NoFlag"/>
  <field name="fase" configurationFlags="NoFlag"/>
  <field name="zekerheid" configurationFlags="NoFlag"/>
  <field name="voorkeur_gemeente" configurationFlags="NoFlag"/>
  <field name="woningen" configurationFlags="NoFlag"/>
  <field name="warmteoplossing" configurationFlags="NoFlag"/>
  <field name="laadpunten_per_woning" configurationFlags="NoFlag"/>
  <field name="zon_dak_kwp" configurationFlags="NoFlag"/>
  <field name="oppervlak_ha" configurationFlags="NoFlag"/>
  <field name="bvo_m2" configurationFlags="NoFlag"/>
  <field name="laadpunten" configurationFlags="NoFlag"/>
  <field name="vermogen_mw" configurationFlags="NoFlag"/>
  <field name="teruglevering_mw" configurationFlags="NoFlag"/>
  <field name="opslag_mwh" configurationFlags="NoFlag"/>
  <field name="gecontracteerd_mw" configurationFlags="NoFlag"/>
  <field name="bestaande_vraag_mw" configurationFlags="NoFlag"/>
  <field name="bestaand_contract_mw" configurationFlags="NoFlag"/>
  <field name="mva" configurationFlags="NoFlag"/>
  <field name="hoogte_m" configurationFlags="NoFlag"/>
  <field name="tiphoogte_m" configurationFlags="NoFlag"/>
  <field name="aansluitcategorie" configurationFlags="NoFlag"/>
  <field name="prioriteit" configurationFlags="NoFlag"/>
  <field name="contractvorm" configurationFlags="NoFlag"/>
  <field name="al_meegeteld" configurationFlags="NoFlag"/>
 </fieldConfiguration>
 <aliases>
  <alias name="Locatie" field="naam" index="0"/>
  <alias name="Activiteit" field="activiteit" index="1"/>
  <alias name="Jaar" field="jaar" index="2"/>
  <alias name="Proces (ruimtelijk / energie)" field="proces" index="3"/>
  <alias name="Fase" field="fase" index="4"/>
  <alias name="Zekerheid (idee / plan / vastgesteld / vergund)" field="zekerheid" index="5"/>
  <alias name="Voorkeur van de gemeente" field="voorkeur_gemeente" index="6"/>
  <alias name="Woningen" field="woningen" index="7"/>
  <alias name="Warmteoplossing" field="warmteoplossing" index="8"/>
  <alias name="Laadpunten per woning" field="laadpunten_per_woning" index="9"/>
  <alias name="Zon op dak (kWp)" field="zon_dak_kwp" index="10"/>
  <alias name="Oppervlak (ha)" field="oppervlak_ha" index="11"/>
  <alias name="Bruto vloeroppervlak (m²)" field="bvo_m2" index="12"/>
  <alias name="Laadpunten" field="laadpunten" index="13"/>
  <alias name="Vermogen (MW)" field="vermogen_mw" index="14"/>
  <alias name="Teruglevering (MW)" field="teruglevering_mw" index="15"/>
  <alias name="Opslag (MWh)" field="opslag_mwh" index="16"/>
  <alias name="Gecontracteerd (MW)" field="gecontracteerd_mw" index="17"/>
  <alias name="Bestaande vraag (MW)" field="bestaande_vraag_mw" index="18"/>
  <alias name="Bestaand contract (MW)" field="bestaand_contract_mw" index="19"/>
  <alias name="Transformatorvermogen (MVA)" field="mva" index="20"/>
  <alias name="Hoogte (m)" field="hoogte_m" index="21"/>
  <alias name="Tiphoogte (m)" field="tiphoogte_m" index="22"/>
  <alias name="Aansluitcategorie" field="aansluitcategorie" index="23"/>
  <alias name="Prioriteit" field="prioriteit" index="24"/>
  <alias name="Contractvorm" field="contractvorm" index="25"/>
  <alias name="Al meegeteld (ja / nee / onbekend)" field="al_meegeteld" index="26"/>
 </aliases>
 <splitPolicies>
  <policy field="naam" policy="Duplicate"/>
  <policy field="activiteit" policy="Duplicate"/>
  <policy field="jaar" policy="Duplicate"/>
  <policy field="proces" policy="Duplicate"/>
  <policy field="fase" policy="Duplicate"/>
  <policy field="zekerheid" policy="Duplicate"/>
  <policy field="voorkeur_gemeente" policy="Duplicate"/>
  <policy field="woningen" policy="Duplicate"/>
  <policy field="warmteoplossing" policy="Duplicate"/>
  <policy field="laadpunten_per_woning" policy="Duplicate"/>
  <policy field="zon_dak_kwp" policy="Duplicate"/>
  <policy field="oppervlak_ha" policy="Duplicate"/>
  <policy field="bvo_m2" policy="Duplicate"/>
  <policy field="laadpunten" policy="Duplicate"/>
  <policy field="vermogen_mw" policy="Duplicate"/>
  <policy field="teruglevering_mw" policy="Duplicate"/>
  <policy field="opslag_mwh" policy="Duplicate"/>
  <policy field="gecontracteerd_mw" policy="Duplicate"/>
  <policy field="bestaande_vraag_mw" policy="Duplicate"/>
  <policy field="bestaand_contract_mw" policy="Duplicate"/>
  <policy field="mva" policy="Duplicate"/>
  <policy field="hoogte_m" policy="Duplicate"/>
  <policy field="tiphoogte_m" policy="Duplicate"/>
  <policy field="aansluitcategorie" policy="Duplicate"/>
  <policy field="prioriteit" policy="Duplicate"/>
  <policy field="contractvorm" policy="Duplicate"/>
  <policy field="al_meegeteld" policy="Duplicate"/>
 </splitPolicies>
 <duplicatePolicies>
  <policy field="naam" policy="Duplicate"/>
  <policy field="activiteit" policy="Duplicate"/>
  <policy field="jaar" policy="Duplicate"/>
  <policy field="proces" policy="Duplicate"/>
  <policy field="fase" policy="Duplicate"/>
  <policy field="zekerheid" policy="Duplicate"/>
  <policy field="voorkeur_gemeente" policy="Duplicate"/>
  <policy field="woningen" policy="Duplicate"/>
  <policy field="warmteoplossing" policy="Duplicate"/>
  <policy field="laadpunten_per_woning" policy="Duplicate"/>
  <policy field="zon_dak_kwp" policy="Duplicate"/>
  <policy field="oppervlak_ha" policy="Duplicate"/>
  <policy field="bvo_m2" policy="Duplicate"/>
  <policy field="laadpunten" policy="Duplicate"/>
  <policy field="vermogen_mw" policy="Duplicate"/>
  <policy field="teruglevering_mw" policy="Duplicate"/>
  <policy field="opslag_mwh" policy="Duplicate"/>
  <policy field="gecontracteerd_mw" policy="Duplicate"/>
  <policy field="bestaande_vraag_mw" policy="Duplicate"/>
  <policy field="bestaand_contract_mw" policy="Duplicate"/>
  <policy field="mva" policy="Duplicate"/>
  <policy field="hoogte_m" policy="Duplicate"/>
  <policy field="tiphoogte_m" policy="Duplicate"/>
  <policy field="aansluitcategorie" policy="Duplicate"/>
  <policy field="prioriteit" policy="Duplicate"/>
  <policy field="contractvorm" policy="Duplicate"/>
  <policy field="al_meegeteld" policy="Duplicate"/>
 </duplicatePolicies>
 <defaults>
  <default expression="" field="naam" applyOnUpdate="0"/>
  <default expression="" field="activiteit" applyOnUpdate="0"/>
  <default expression="" field="jaar" applyOnUpdate="0"/>
  <default expression="" field="proces" applyOnUpdate="0"/>
  <default expression="" field="fase" applyOnUpdate="0"/>
  <default expression="" field="zekerheid" applyOnUpdate="0"/>
  <default expression="" field="voorkeur_gemeente" applyOnUpdate="0"/>
  <default expression="" field="woningen" applyOnUpdate="0"/>
  <default expression="" field="warmteoplossing" applyOnUpdate="0"/>
  <default expression="" field="laadpunten_per_woning" applyOnUpdate="0"/>
  <default expression="" field="zon_dak_kwp" applyOnUpdate="0"/>
  <default expression="" field="oppervlak_ha" applyOnUpdate="0"/>
  <default expression="" field="bvo_m2" applyOnUpdate="0"/>
  <default expression="" field="laadpunten" applyOnUpdate="0"/>
  <default expression="" field="vermogen_mw" applyOnUpdate="0"/>
  <default expression="" field="teruglevering_mw" applyOnUpdate="0"/>
  <default expression="" field="opslag_mwh" applyOnUpdate="0"/>
  <default expression="" field="gecontracteerd_mw" applyOnUpdate="0"/>
  <default expression="" field="bestaande_vraag_mw" applyOnUpdate="0"/>
  <default expression="" field="bestaand_contract_mw" applyOnUpdate="0"/>
  <default expression="" field="mva" applyOnUpdate="0"/>
  <default expression="" field="hoogte_m" applyOnUpdate="0"/>
  <default expression="" field="tiphoogte_m" applyOnUpdate="0"/>
  <default expression="" field="aansluitcategorie" applyOnUpdate="0"/>
  <default expression="" field="prioriteit" applyOnUpdate="0"/>
  <default expression="" field="contractvorm" applyOnUpdate="0"/>
  <default expression="" field="al_meegeteld" applyOnUpdate="0"/>
 </defaults>
 <constraints>
  <constraint unique_strength="0" exp_strength="0" field="naam" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="activiteit" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="jaar" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="proces" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="fase" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="zekerheid" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="voorkeur_gemeente" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="woningen" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="warmteoplossing" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="laadpunten_per_woning" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="zon_dak_kwp" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="oppervlak_ha" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bvo_m2" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="laadpunten" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="vermogen_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="teruglevering_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="opslag_mwh" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="gecontracteerd_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bestaande_vraag_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bestaand_contract_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="mva" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="hoogte_m" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="tiphoogte_m" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="aansluitcategorie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="prioriteit" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="contractvorm" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="al_meegeteld" notnull_strength="0" constraints="0"/>
 </constraints>
 <constraintExpressions>
  <constraint desc="" field="naam" exp=""/>
  <constraint desc="" field="activiteit" exp=""/>
  <constraint desc="" field="jaar" exp=""/>
  <constraint desc="" field="proces" exp=""/>
  <constraint desc="" field="fase" exp=""/>
  <constraint desc="" field="zekerheid" exp=""/>
  <constraint desc="" field="voorkeur_gemeente" exp=""/>
  <constraint desc="" field="woningen" exp=""/>
  <constraint desc="" field="warmteoplossing" exp=""/>
  <constraint desc="" field="laadpunten_per_woning" exp=""/>
  <constraint desc="" field="zon_dak_kwp" exp=""/>
  <constraint desc="" field="oppervlak_ha" exp=""/>
  <constraint desc="" field="bvo_m2" exp=""/>
  <constraint desc="" field="laadpunten" exp=""/>
  <constraint desc="" field="vermogen_mw" exp=""/>
  <constraint desc="" field="teruglevering_mw" exp=""/>
  <constraint desc="" field="opslag_mwh" exp=""/>
  <constraint desc="" field="gecontracteerd_mw" exp=""/>
  <constraint desc="" field="bestaande_vraag_mw" exp=""/>
  <constraint desc="" field="bestaand_contract_mw" exp=""/>
  <constraint desc="" field="mva" exp=""/>
  <constraint desc="" field="hoogte_m" exp=""/>
  <constraint desc="" field="tiphoogte_m" exp=""/>
  <constraint desc="" field="aansluitcategorie" exp=""/>
  <constraint desc="" field="prioriteit" exp=""/>
  <constraint desc="" field="contractvorm" exp=""/>
  <constraint desc="" field="al_meegeteld" exp=""/>
 </constraintExpressions>
 <expressionfields/>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif"&gt;&lt;b&gt;[% coalesce(replace(replace(replace(replace("naam", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/b&gt;&lt;table&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Activiteit&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace(replace("activiteit", '_', ' '), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Jaar&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace("jaar", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
