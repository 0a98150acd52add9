<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="0" simplifyLocal="1" autoRefreshMode="Disabled" simplifyDrawingHints="1" simplifyAlgorithm="0" autoRefreshTime="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="100000000" version="3.40.6-Bratislava" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" hasScaleBasedVisibilityFlag="0" maxScale="0">
 <temporal limitMode="0" startField="" durationField="" enabled="0" endExpression="" startExpression="" durationUnit="min" fixedDuration="0" accumulate="0" mode="0" endField="">
  <fixedRange>
   <start/>
   <end/>
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" referencescale="-1" enableorderby="0" attr="thema" forceraster="0" symbollevels="0">
  <categories>
   <category type="string" symbol="0" uuid="{rule-0}" value="bebouwing" render="true" label="Bebouwing"/>
   <category type="string" symbol="1" uuid="{rule-1}" value="natura2000" render="true" label="Natura 2000"/>
   <category type="string" symbol="2" uuid="{rule-2}" value="nnn" render="true" label="Natuurnetwerk Nederland"/>
   <category type="string" symbol="3" uuid="{rule-3}" value="buisleidingen" render="true" label="Buisleidingen"/>
   <category type="string" symbol="4" uuid="{rule-4}" value="hoogspanning" render="true" label="Hoogspanning"/>
   <category type="string" symbol="5" uuid="{rule-5}" value="waterkeringen" render="true" label="Waterkeringen"/>
   <category type="string" symbol="6" uuid="{rule-6}" value="spoor" render="true" label="Spoor"/>
   <category type="string" symbol="7" uuid="{rule-7}" value="wegen" render="true" label="Wegen"/>
   <category type="string" symbol="8" uuid="{rule-8}" value="windturbines" render="true" label="Windturbines"/>
   <category type="string" symbol="9" uuid="{rule-9}" value="externe_veiligheid" render="true" label="Externe veiligheid"/>
   <category type="string" symbol="10" uuid="{rule-10}" value="archeologie" render="true" label="Archeologie"/>
   <category type="string" symbol="11" uuid="{rule-11}" value="water" render="true" label="Water"/>
   <category type="string" symbol="12" uuid="{rule-12}" value="percelen" render="true" label="Percelen"/>
   <category type="string" symbol="13" uuid="{rule-13}" value="gemeenten" render="true" label="Gemeenten"/>
   <category type="string" symbol="14" uuid="{rule-14}" value="voedingsgebieden" render="true" label="Voedingsgebieden"/>
   <category type="string" symbol="15" uuid="{rule-15}" value="stations" render="true" label="Stations"/>
   <category type="string" symbol="16" uuid="{rule-16}" value="kabels" render="true" label="Kabels"/>
   <category type="string" symbol="17" uuid="{rule-17}" value="ruimteclaims" render="true" label="Ruimteclaims"/>
   <category type="string" symbol="18" uuid="{rule-18}" value="planobjecten" render="true" label="Planobjecten"/>
   <category type="string" symbol="19" uuid="{rule-19}" value="locaties" render="true" label="Locaties"/>
  </categories>
  <symbols>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="180,172,162,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="138,129,120,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="1">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="91,154,60,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="59,122,30,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="10">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="166,124,82,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="122,89,54,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="11">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="169,208,230,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="106,166,200,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="12">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="185,180,168,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="185,180,168,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="13">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="107,107,107,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="107,107,107,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="14">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="45,106,143,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="28,69,96,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="15">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="194,24,91,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="125,15,59,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="16">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="142,68,173,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="94,45,115,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="17">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="224,69,123,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="143,31,73,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="18">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,217,102,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="127,96,0,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="19">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="29,53,87,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="29,53,87,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="2">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="156,201,138,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="95,154,74,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="3">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="138,90,43,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="94,58,23,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="4">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="194,24,91,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="125,15,59,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="5">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="93,127,58,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="62,90,34,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="6">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="60,60,60,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="0,0,0,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="7">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="242,179,61,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="184,122,18,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="8">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="31,111,159,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="13,70,105,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="9">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="181,23,158,41"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="111,13,97,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="CASE &quot;zwaarte&quot; WHEN 'uitsluiting' THEN 'solid' WHEN 'nee_tenzij' THEN 'dash' ELSE 'dot' END"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
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
  <field name="regel" configurationFlags="NoFlag"/>
  <field name="thema" configurationFlags="NoFlag"/>
  <field name="activiteit" configurationFlags="NoFlag"/>
  <field name="aard" configurationFlags="NoFlag"/>
  <field name="zwaarte" configurationFlags="NoFlag"/>
  <field name="systeem" configurationFlags="NoFlag"/>
  <field name="afstand_m" configurationFlags="NoFlag"/>
  <field name="bron" configurationFlags="NoFlag"/>
  <field name="bron_status" configurationFlags="NoFlag"/>
  <field name="toelichting" configurationFlags="NoFlag"/>
 </fieldConfiguration>
 <aliases>
  <alias name="Regel" field="regel" index="0"/>
  <alias name="Thema" field="thema" index="1"/>
  <alias name="Activiteit" field="activiteit" index="2"/>
  <alias name="Aard" field="aard" index="3"/>
  <alias name="Zwaarte" field="zwaarte" index="4"/>
  <alias name="Stelsel" field="systeem" index="5"/>
  <alias name="Afstand (m)" field="afstand_m" index="6"/>
  <alias name="Bron" field="bron" index="7"/>
  <alias name="Status van de bron" field="bron_status" index="8"/>
  <alias name="Toelichting" field="toelichting" index="9"/>
 </aliases>
 <splitPolicies>
  <policy field="regel" policy="Duplicate"/>
  <policy field="thema" policy="Duplicate"/>
  <policy field="activiteit" policy="Duplicate"/>
  <policy field="aard" policy="Duplicate"/>
  <policy field="zwaarte" policy="Duplicate"/>
  <policy field="systeem" policy="Duplicate"/>
  <policy field="afstand_m" policy="Duplicate"/>
  <policy field="bron" policy="Duplicate"/>
  <policy field="bron_status" policy="Duplicate"/>
  <policy field="toelichting" policy="Duplicate"/>
 </splitPolicies>
 <duplicatePolicies>
  <policy field="regel" policy="Duplicate"/>
  <policy field="thema" policy="Duplicate"/>
  <policy field="activiteit" policy="Duplicate"/>
  <policy field="aard" policy="Duplicate"/>
  <policy field="zwaarte" policy="Duplicate"/>
  <policy field="systeem" policy="Duplicate"/>
  <policy field="afstand_m" policy="Duplicate"/>
  <policy field="bron" policy="Duplicate"/>
  <policy field="bron_status" policy="Duplicate"/>
  <policy field="toelichting" policy="Duplicate"/>
 </duplicatePolicies>
 <defaults>
  <default expression="" field="regel" applyOnUpdate="0"/>
  <default expression="" field="thema" applyOnUpdate="0"/>
  <default expression="" field="activiteit" applyOnUpdate="0"/>
  <default expression="" field="aard" applyOnUpdate="0"/>
  <default expression="" field="zwaarte" applyOnUpdate="0"/>
  <default expression="" field="systeem" applyOnUpdate="0"/>
  <default expression="" field="afstand_m" applyOnUpdate="0"/>
  <default expression="" field="bron" applyOnUpdate="0"/>
  <default expression="" field="bron_status" applyOnUpdate="0"/>
  <default expression="" field="toelichting" applyOnUpdate="0"/>
 </defaults>
 <constraints>
  <constraint unique_strength="0" exp_strength="0" field="regel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="thema" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="activiteit" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="aard" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="zwaarte" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="systeem" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="afstand_m" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bron" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="bron_status" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="toelichting" notnull_strength="0" constraints="0"/>
 </constraints>
 <constraintExpressions>
  <constraint desc="" field="regel" exp=""/>
  <constraint desc="" field="thema" exp=""/>
  <constraint desc="" field="activiteit" exp=""/>
  <constraint desc="" field="aard" exp=""/>
  <constraint desc="" field="zwaarte" exp=""/>
  <constraint desc="" field="systeem" exp=""/>
  <constraint desc="" field="afstand_m" exp=""/>
  <constraint desc="" field="bron" exp=""/>
  <constraint desc="" field="bron_status" exp=""/>
  <constraint desc="" field="toelichting" exp=""/>
 </constraintExpressions>
 <expressionfields/>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif"&gt;&lt;b&gt;[% coalesce(replace(replace(replace(replace("regel", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/b&gt;&lt;table&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Thema&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace("thema", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Zwaarte&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace(replace("zwaarte", '_', ' '), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Afstand (m)&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace("afstand_m", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Bron&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace("bron", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;&lt;p style="max-width:340px;margin:4px 0 0"&gt;[% coalesce(replace(replace(replace(replace("toelichting", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/p&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
