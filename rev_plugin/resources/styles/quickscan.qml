<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="1" simplifyLocal="1" autoRefreshMode="Disabled" simplifyDrawingHints="1" simplifyAlgorithm="0" autoRefreshTime="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="100000000" version="3.40.6-Bratislava" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" hasScaleBasedVisibilityFlag="0" maxScale="0">
 <temporal limitMode="0" startField="" durationField="" enabled="0" endExpression="" startExpression="" durationUnit="min" fixedDuration="0" accumulate="0" mode="0" endField="">
  <fixedRange>
   <start/>
   <end/>
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" referencescale="-1" enableorderby="0" attr="scenario" forceraster="0" symbollevels="0">
  <categories>
   <category type="long" symbol="0" uuid="{rule-0}" value="1" render="true" label="1 · Past en er is netcapaciteit"/>
   <category type="long" symbol="1" uuid="{rule-1}" value="2" render="true" label="2 · Past, maar geen netcapaciteit"/>
   <category type="long" symbol="2" uuid="{rule-2}" value="3" render="true" label="3 · Past niet, wel netcapaciteit"/>
   <category type="long" symbol="3" uuid="{rule-3}" value="4" render="true" label="4 · Past niet en geen netcapaciteit"/>
   <category type="long" symbol="4" uuid="{rule-4}" value="0" render="true" label="? · Nog onbekend"/>
  </categories>
  <symbols>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="0,158,115,97"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="0,158,115,255"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.26"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="255,255,255,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="0,102,75,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="CentroidFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="clip_on_current_part_only" value="0"/>
      <Option type="QString" name="clip_points" value="0"/>
      <Option type="QString" name="point_on_all_parts" value="1"/>
      <Option type="QString" name="point_on_surface" value="1"/>
     </Option>
     <symbol type="marker" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="@0@3">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="square"/>
        <Option type="QString" name="color" value="0,158,115,255"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="bevel"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
        <Option type="QString" name="size" value="5.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
      <layer class="FontMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="chr" value="1"/>
        <Option type="QString" name="color" value="255,255,255,255"/>
        <Option type="QString" name="font" value="Sans Serif"/>
        <Option type="QString" name="font_style" value="Bold"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="miter"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_width" value="0"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="3.224"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="1">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="86,180,233,97"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="86,180,233,255"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.26"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="255,255,255,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="31,111,159,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="CentroidFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="clip_on_current_part_only" value="0"/>
      <Option type="QString" name="clip_points" value="0"/>
      <Option type="QString" name="point_on_all_parts" value="1"/>
      <Option type="QString" name="point_on_surface" value="1"/>
     </Option>
     <symbol type="marker" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="@1@3">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="square"/>
        <Option type="QString" name="color" value="86,180,233,255"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="bevel"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
        <Option type="QString" name="size" value="5.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
      <layer class="FontMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="chr" value="2"/>
        <Option type="QString" name="color" value="16,34,47,255"/>
        <Option type="QString" name="font" value="Sans Serif"/>
        <Option type="QString" name="font_style" value="Bold"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="miter"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_width" value="0"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="3.224"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="2">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="230,159,0,97"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="230,159,0,255"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.26"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="255,255,255,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="143,98,0,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="CentroidFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="clip_on_current_part_only" value="0"/>
      <Option type="QString" name="clip_points" value="0"/>
      <Option type="QString" name="point_on_all_parts" value="1"/>
      <Option type="QString" name="point_on_surface" value="1"/>
     </Option>
     <symbol type="marker" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="@2@3">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="square"/>
        <Option type="QString" name="color" value="230,159,0,255"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="bevel"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
        <Option type="QString" name="size" value="5.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
      <layer class="FontMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="chr" value="3"/>
        <Option type="QString" name="color" value="255,255,255,255"/>
        <Option type="QString" name="font" value="Sans Serif"/>
        <Option type="QString" name="font_style" value="Bold"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="miter"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_width" value="0"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="3.224"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="3">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="213,94,0,97"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="213,94,0,255"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.26"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="255,255,255,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="138,60,0,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="CentroidFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="clip_on_current_part_only" value="0"/>
      <Option type="QString" name="clip_points" value="0"/>
      <Option type="QString" name="point_on_all_parts" value="1"/>
      <Option type="QString" name="point_on_surface" value="1"/>
     </Option>
     <symbol type="marker" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="@3@3">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="square"/>
        <Option type="QString" name="color" value="213,94,0,255"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="bevel"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
        <Option type="QString" name="size" value="5.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
      <layer class="FontMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="chr" value="4"/>
        <Option type="QString" name="color" value="255,255,255,255"/>
        <Option type="QString" name="font" value="Sans Serif"/>
        <Option type="QString" name="font_style" value="Bold"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="miter"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_width" value="0"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="3.224"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="4">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="154,160,166,97"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="154,160,166,255"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.26"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="255,255,255,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="capstyle" value="square"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="line_color" value="95,99,104,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.7"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="CentroidFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="clip_on_current_part_only" value="0"/>
      <Option type="QString" name="clip_points" value="0"/>
      <Option type="QString" name="point_on_all_parts" value="1"/>
      <Option type="QString" name="point_on_surface" value="1"/>
     </Option>
     <symbol type="marker" force_rhr="0" clip_to_extent="1" frame_rate="10" alpha="1" is_animated="0" name="@4@3">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="cap_style" value="square"/>
        <Option type="QString" name="color" value="95,99,104,255"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="bevel"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.5"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
        <Option type="QString" name="size" value="5.2"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
      <layer class="FontMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="angle" value="0"/>
        <Option type="QString" name="chr" value="?"/>
        <Option type="QString" name="color" value="255,255,255,255"/>
        <Option type="QString" name="font" value="Sans Serif"/>
        <Option type="QString" name="font_style" value="Bold"/>
        <Option type="QString" name="horizontal_anchor_point" value="1"/>
        <Option type="QString" name="joinstyle" value="miter"/>
        <Option type="QString" name="offset" value="0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_width" value="0"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="3.224"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="vertical_anchor_point" value="1"/>
       </Option>
      </layer>
     </symbol>
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
   <text-style fieldName="&quot;locatie&quot; || if(&quot;plan_zekerheid&quot; = 'overruled', ' (overruled)', '')" fontWeight="75" forcedItalic="0" useSubstitutions="0" capitalization="0" fontSizeMapUnitScale="3x:0,0,0,0,0,0" tabStopDistanceUnit="Percentage" textOrientation="horizontal" legendString="Aa" textColor="29,53,87,255,rgb:0.11372549019607843,0.20784313725490197,0.3411764705882353,1" fontSize="9" fontUnderline="0" fontStrikeout="0" fontLetterSpacing="0" textOpacity="1" blendMode="0" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" fontItalic="0" fontWordSpacing="0" fontSizeUnit="Point" multilineHeightUnit="Percentage" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" fontKerning="1" fontFamily="Sans Serif" allowHtml="0" isExpression="1" tabStopDistance="6" forcedBold="0" namedStyle="" multilineHeight="1">
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
   <placement repeatDistance="0" fitInPolygonOnly="0" centroidInside="1" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" placementFlags="10" lineAnchorClipping="0" geometryGeneratorEnabled="0" rotationUnit="AngleDegrees" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" quadOffset="4" dist="3.3999999999999999" overrunDistanceUnit="MM" xOffset="0" allowDegraded="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" maxCurvedCharAngleOut="-25" distUnits="MM" rotationAngle="0" placement="0" maximumDistance="0" geometryGenerator="" preserveRotation="1" maxCurvedCharAngleIn="25" centroidWhole="0" overrunDistance="0" distMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" prioritization="PreferCloser" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" geometryGeneratorType="PointGeometry" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" polygonPlacementFlags="2" overlapHandling="PreventOverlap" yOffset="0" offsetUnits="MM" priority="9" maximumDistanceUnit="MM" lineAnchorPercent="0.5"/>
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
     <Option type="QString" name="lineSymbol" value="&lt;symbol type=&quot;line&quot; force_rhr=&quot;0&quot; clip_to_extent=&quot;1&quot; frame_rate=&quot;10&quot; alpha=&quot;1&quot; is_animated=&quot;0&quot; name=&quot;symbol&quot;&gt;&lt;data_defined_properties&gt;&lt;Option type=&quot;Map&quot;&gt;&lt;Option type=&quot;QString&quot; name=&quot;name&quot; value=&quot;&quot;/&gt;&lt;Option name=&quot;properties&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;type&quot; value=&quot;collection&quot;/&gt;&lt;/Option&gt;&lt;/data_defined_properties&gt;&lt;layer class=&quot;SimpleLine&quot; enabled=&quot;1&quot; id=&quot;{rule-5}&quot; locked=&quot;0&quot; pass=&quot;0&quot;&gt;&lt;Option type=&quot;Map&quot;&gt;&lt;Option type=&quot;QString&quot; name=&quot;align_dash_pattern&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;capstyle&quot; value=&quot;square&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;customdash&quot; value=&quot;5;2&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;customdash_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;customdash_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;draw_inside_polygon&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;joinstyle&quot; value=&quot;bevel&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;line_color&quot; value=&quot;60,60,60,255,rgb:0.23529411764705882,0.23529411764705882,0.23529411764705882,1&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;line_style&quot; value=&quot;solid&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;line_width&quot; value=&quot;0.3&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;line_width_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;offset&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;offset_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;ring_filter&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start_unit&quot; value=&quot;MM&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;tweak_dash_pattern_on_corners&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;use_custom_dash&quot; value=&quot;0&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;width_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/&gt;&lt;/Option&gt;&lt;data_defined_properties&gt;&lt;Option type=&quot;Map&quot;&gt;&lt;Option type=&quot;QString&quot; name=&quot;name&quot; value=&quot;&quot;/&gt;&lt;Option name=&quot;properties&quot;/&gt;&lt;Option type=&quot;QString&quot; name=&quot;type&quot; value=&quot;collection&quot;/&gt;&lt;/Option&gt;&lt;/data_defined_properties&gt;&lt;/layer&gt;&lt;/symbol&gt;"/>
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
  <field name="locatie" configurationFlags="NoFlag"/>
  <field name="activiteit" configurationFlags="NoFlag"/>
  <field name="jaar" configurationFlags="NoFlag"/>
  <field name="scenario" configurationFlags="NoFlag"/>
  <field name="scenario_mogelijk" configurationFlags="NoFlag"/>
  <field name="uitvoerbaarheid" configurationFlags="NoFlag"/>
  <field name="plan_oordeel" configurationFlags="NoFlag"/>
  <field name="plan_reden" configurationFlags="NoFlag"/>
  <field name="plan_aandeel" configurationFlags="NoFlag"/>
  <field name="plan_id" configurationFlags="NoFlag"/>
  <field name="plan_naam" configurationFlags="NoFlag"/>
  <field name="plan_status" configurationFlags="NoFlag"/>
  <field name="plan_artikel" configurationFlags="NoFlag"/>
  <field name="plan_url" configurationFlags="NoFlag"/>
  <field name="plan_zekerheid" configurationFlags="NoFlag"/>
  <field name="procedure" configurationFlags="NoFlag"/>
  <field name="ruimte_gereserveerd" configurationFlags="NoFlag"/>
  <field name="reservering_instrument" configurationFlags="NoFlag"/>
  <field name="net_oordeel" configurationFlags="NoFlag"/>
  <field name="net_reden" configurationFlags="NoFlag"/>
  <field name="net_oordeel_afname" configurationFlags="NoFlag"/>
  <field name="net_oordeel_invoeding" configurationFlags="NoFlag"/>
  <field name="richting_bepalend" configurationFlags="NoFlag"/>
  <field name="kans_netruimte" configurationFlags="NoFlag"/>
  <field name="voedingsgebied" configurationFlags="NoFlag"/>
  <field name="netruimte_laag_mw" configurationFlags="NoFlag"/>
  <field name="netruimte_midden_mw" configurationFlags="NoFlag"/>
  <field name="netruimte_hoog_mw" configurationFlags="NoFlag"/>
  <field name="vraag_laag_mw" configurationFlags="NoFlag"/>
  <field name="vraag_midden_mw" configurationFlags="NoFlag"/>
  <field name="vraag_hoog_mw" configurationFlags="NoFlag"/>
  <field name="gecontracteerd_mw" configurationFlags="NoFlag"/>
  <field name="net_status" configurationFlags="NoFlag"/>
  <field name="net_status_tennet" configurationFlags="NoFlag"/>
  <field name="jaar_opgelost_rnb" configurationFlags="NoFlag"/>
  <field name="jaar_opgelost_tennet" configurationFlags="NoFlag"/>
  <field name="wachtrij_mw" configurationFlags="NoFlag"/>
  <field name="beperkend_niveau" configurationFlags="NoFlag"/>
  <field name="beperkend_gebied" configurationFlags="NoFlag"/>
  <field name="eerste_jaar" configurationFlags="NoFlag"/>
  <field name="net_bron" configurationFlags="NoFlag"/>
  <field name="net_peildatum" configurationFlags="NoFlag"/>
  <field name="net_geschat" configurationFlags="NoFlag"/>
  <field name="gemeenten" configurationFlags="NoFlag"/>
  <field name="n_uitsluiting" configurationFlags="NoFlag"/>
  <field name="n_nee_tenzij" configurationFlags="NoFlag"/>
  <field name="n_aandacht" configurationFlags="NoFlag"/>
  <field name="n_niet_getoetst" configurationFlags="NoFlag"/>
  <field name="zwaarste_belemmering" configurationFlags="NoFlag"/>
  <field name="niet_getoetst" configurationFlags="NoFlag"/>
  <field name="doorlooptijd_min_jaren" configurationFlags="NoFlag"/>
  <field name="doorlooptijd_max_jaren" configurationFlags="NoFlag"/>
  <field name="regels_versie" configurationFlags="NoFlag"/>
  <field name="plugin_versie" configurationFlags="NoFlag"/>
 </fieldConfiguration>
 <aliases>
  <alias name="Locatie" field="locatie" index="0"/>
  <alias name="Activiteit" field="activiteit" index="1"/>
  <alias name="Jaar" field="jaar" index="2"/>
  <alias name="Scenario" field="scenario" index="3"/>
  <alias name="Mogelijke scenario's" field="scenario_mogelijk" index="4"/>
  <alias name="Uitvoerbaarheid" field="uitvoerbaarheid" index="5"/>
  <alias name="Planoordeel" field="plan_oordeel" index="6"/>
  <alias name="Reden planoordeel" field="plan_reden" index="7"/>
  <alias name="Aandeel oppervlak" field="plan_aandeel" index="8"/>
  <alias name="Plan-id" field="plan_id" index="9"/>
  <alias name="Plannaam" field="plan_naam" index="10"/>
  <alias name="Planstatus" field="plan_status" index="11"/>
  <alias name="Artikel" field="plan_artikel" index="12"/>
  <alias name="Link naar de regel" field="plan_url" index="13"/>
  <alias name="Zekerheid planoordeel" field="plan_zekerheid" index="14"/>
  <alias name="Procedure" field="procedure" index="15"/>
  <alias name="Ruimte gereserveerd" field="ruimte_gereserveerd" index="16"/>
  <alias name="Instrument van de reservering" field="reservering_instrument" index="17"/>
  <alias name="Netoordeel" field="net_oordeel" index="18"/>
  <alias name="Reden netoordeel" field="net_reden" index="19"/>
  <alias name="Netoordeel afname" field="net_oordeel_afname" index="20"/>
  <alias name="Netoordeel invoeding" field="net_oordeel_invoeding" index="21"/>
  <alias name="Bepalende richting" field="richting_bepalend" index="22"/>
  <alias name="Kans op netruimte" field="kans_netruimte" index="23"/>
  <alias name="Voedingsgebied" field="voedingsgebied" index="24"/>
  <alias name="Netruimte laag (MW)" field="netruimte_laag_mw" index="25"/>
  <alias name="Netruimte midden (MW)" field="netruimte_midden_mw" index="26"/>
  <alias name="Netruimte hoog (MW)" field="netruimte_hoog_mw" index="27"/>
  <alias name="Vraag laag (MW)" field="vraag_laag_mw" index="28"/>
  <alias name="Vraag midden (MW)" field="vraag_midden_mw" index="29"/>
  <alias name="Vraag hoog (MW)" field="vraag_hoog_mw" index="30"/>
  <alias name="Gecontracteerd (MW)" field="gecontracteerd_mw" index="31"/>
  <alias name="Netstatus regionaal" field="net_status" index="32"/>
  <alias name="Netstatus TenneT" field="net_status_tennet" index="33"/>
  <alias name="Jaar opgelost regionaal" field="jaar_opgelost_rnb" index="34"/>
  <alias name="Jaar opgelost TenneT" field="jaar_opgelost_tennet" index="35"/>
  <alias name="Wachtrij regionaal (MW)" field="wachtrij_mw" index="36"/>
  <alias name="Beperkend niveau" field="beperkend_niveau" index="37"/>
  <alias name="Beperkend gebied" field="beperkend_gebied" index="38"/>
  <alias name="Eerste jaar met ruimte" field="eerste_jaar" index="39"/>
  <alias name="Bron netcijfers" field="net_bron" index="40"/>
  <alias name="Peildatum netcijfers" field="net_peildatum" index="41"/>
  <alias name="Netcijfers geschat" field="net_geschat" index="42"/>
  <alias name="Gemeenten in het voedingsgebied" field="gemeenten" index="43"/>
  <alias name="Aantal uitsluitingen" field="n_uitsluiting" index="44"/>
  <alias name="Aantal nee, tenzij" field="n_nee_tenzij" index="45"/>
  <alias name="Aantal aandachtspunten" field="n_aandacht" index="46"/>
  <alias name="Aantal niet getoetst" field="n_niet_getoetst" index="47"/>
  <alias name="Zwaarste belemmering" field="zwaarste_belemmering" index="48"/>
  <alias name="Niet getoetst" field="niet_getoetst" index="49"/>
  <alias name="Doorlooptijd minimaal (jaren)" field="doorlooptijd_min_jaren" index="50"/>
  <alias name="Doorlooptijd maximaal (jaren)" field="doorlooptijd_max_jaren" index="51"/>
  <alias name="Versie regels" field="regels_versie" index="52"/>
  <alias name="Versie plugin" field="plugin_versie" index="53"/>
 </aliases>
 <splitPolicies>
  <policy field="locatie" policy="Duplicate"/>
  <policy field="activiteit" policy="Duplicate"/>
  <policy field="jaar" policy="Duplicate"/>
  <policy field="scenario" policy="Duplicate"/>
  <policy field="scenario_mogelijk" policy="Duplicate"/>
  <policy field="uitvoerbaarheid" policy="Duplicate"/>
  <policy field="plan_oordeel" policy="Duplicate"/>
  <policy field="plan_reden" policy="Duplicate"/>
  <policy field="plan_aandeel" policy="Duplicate"/>
  <policy field="plan_id" policy="Duplicate"/>
  <policy field="plan_naam" policy="Duplicate"/>
  <policy field="plan_status" policy="Duplicate"/>
  <policy field="plan_artikel" policy="Duplicate"/>
  <policy field="plan_url" policy="Duplicate"/>
  <policy field="plan_zekerheid" policy="Duplicate"/>
  <policy field="procedure" policy="Duplicate"/>
  <policy field="ruimte_gereserveerd" policy="Duplicate"/>
  <policy field="reservering_instrument" policy="Duplicate"/>
  <policy field="net_oordeel" policy="Duplicate"/>
  <policy field="net_reden" policy="Duplicate"/>
  <policy field="net_oordeel_afname" policy="Duplicate"/>
  <policy field="net_oordeel_invoeding" policy="Duplicate"/>
  <policy field="richting_bepalend" policy="Duplicate"/>
  <policy field="kans_netruimte" policy="Duplicate"/>
  <policy field="voedingsgebied" policy="Duplicate"/>
  <policy field="netruimte_laag_mw" policy="Duplicate"/>
  <policy field="netruimte_midden_mw" policy="Duplicate"/>
  <policy field="netruimte_hoog_mw" policy="Duplicate"/>
  <policy field="vraag_laag_mw" policy="Duplicate"/>
  <policy field="vraag_midden_mw" policy="Duplicate"/>
  <policy field="vraag_hoog_mw" policy="Duplicate"/>
  <policy field="gecontracteerd_mw" policy="Duplicate"/>
  <policy field="net_status" policy="Duplicate"/>
  <policy field="net_status_tennet" policy="Duplicate"/>
  <policy field="jaar_opgelost_rnb" policy="Duplicate"/>
  <policy field="jaar_opgelost_tennet" policy="Duplicate"/>
  <policy field="wachtrij_mw" policy="Duplicate"/>
  <policy field="beperkend_niveau" policy="Duplicate"/>
  <policy field="beperkend_gebied" policy="Duplicate"/>
  <policy field="eerste_jaar" policy="Duplicate"/>
  <policy field="net_bron" policy="Duplicate"/>
  <policy field="net_peildatum" policy="Duplicate"/>
  <policy field="net_geschat" policy="Duplicate"/>
  <policy field="gemeenten" policy="Duplicate"/>
  <policy field="n_uitsluiting" policy="Duplicate"/>
  <policy field="n_nee_tenzij" policy="Duplicate"/>
  <policy field="n_aandacht" policy="Duplicate"/>
  <policy field="n_niet_getoetst" policy="Duplicate"/>
  <policy field="zwaarste_belemmering" policy="Duplicate"/>
  <policy field="niet_getoetst" policy="Duplicate"/>
  <policy field="doorlooptijd_min_jaren" policy="Duplicate"/>
  <policy field="doorlooptijd_max_jaren" policy="Duplicate"/>
  <policy field="regels_versie" policy="Duplicate"/>
  <policy field="plugin_versie" policy="Duplicate"/>
 </splitPolicies>
 <duplicatePolicies>
  <policy field="locatie" policy="Duplicate"/>
  <policy field="activiteit" policy="Duplicate"/>
  <policy field="jaar" policy="Duplicate"/>
  <policy field="scenario" policy="Duplicate"/>
  <policy field="scenario_mogelijk" policy="Duplicate"/>
  <policy field="uitvoerbaarheid" policy="Duplicate"/>
  <policy field="plan_oordeel" policy="Duplicate"/>
  <policy field="plan_reden" policy="Duplicate"/>
  <policy field="plan_aandeel" policy="Duplicate"/>
  <policy field="plan_id" policy="Duplicate"/>
  <policy field="plan_naam" policy="Duplicate"/>
  <policy field="plan_status" policy="Duplicate"/>
  <policy field="plan_artikel" policy="Duplicate"/>
  <policy field="plan_url" policy="Duplicate"/>
  <policy field="plan_zekerheid" policy="Duplicate"/>
  <policy field="procedure" policy="Duplicate"/>
  <policy field="ruimte_gereserveerd" policy="Duplicate"/>
  <policy field="reservering_instrument" policy="Duplicate"/>
  <policy field="net_oordeel" policy="Duplicate"/>
  <policy field="net_reden" policy="Duplicate"/>
  <policy field="net_oordeel_afname" policy="Duplicate"/>
  <policy field="net_oordeel_invoeding" policy="Duplicate"/>
  <policy field="richting_bepalend" policy="Duplicate"/>
  <policy field="kans_netruimte" policy="Duplicate"/>
  <policy field="voedingsgebied" policy="Duplicate"/>
  <policy field="netruimte_laag_mw" policy="Duplicate"/>
  <policy field="netruimte_midden_mw" policy="Duplicate"/>
  <policy field="netruimte_hoog_mw" policy="Duplicate"/>
  <policy field="vraag_laag_mw" policy="Duplicate"/>
  <policy field="vraag_midden_mw" policy="Duplicate"/>
  <policy field="vraag_hoog_mw" policy="Duplicate"/>
  <policy field="gecontracteerd_mw" policy="Duplicate"/>
  <policy field="net_status" policy="Duplicate"/>
  <policy field="net_status_tennet" policy="Duplicate"/>
  <policy field="jaar_opgelost_rnb" policy="Duplicate"/>
  <policy field="jaar_opgelost_tennet" policy="Duplicate"/>
  <policy field="wachtrij_mw" policy="Duplicate"/>
  <policy field="beperkend_niveau" policy="Duplicate"/>
  <policy field="beperkend_gebied" policy="Duplicate"/>
  <policy field="eerste_jaar" policy="Duplicate"/>
  <policy field="net_bron" policy="Duplicate"/>
  <policy field="net_peildatum" policy="Duplicate"/>
  <policy field="net_geschat" policy="Duplicate"/>
  <policy field="gemeenten" policy="Duplicate"/>
  <policy field="n_uitsluiting" policy="Duplicate"/>
  <policy field="n_nee_tenzij" policy="Duplicate"/>
  <policy field="n_aandacht" policy="Duplicate"/>
  <policy field="n_niet_getoetst" policy="Duplicate"/>
  <policy field="zwaarste_belemmering" policy="Duplicate"/>
  <policy field="niet_getoetst" policy="Duplicate"/>
  <policy field="doorlooptijd_min_jaren" policy="Duplicate"/>
  <policy field="doorlooptijd_max_jaren" policy="Duplicate"/>
  <policy field="regels_versie" policy="Duplicate"/>
  <policy field="plugin_versie" policy="Duplicate"/>
 </duplicatePolicies>
 <defaults>
  <default expression="" field="locatie" applyOnUpdate="0"/>
  <default expression="" field="activiteit" applyOnUpdate="0"/>
  <default expression="" field="jaar" applyOnUpdate="0"/>
  <default expression="" field="scenario" applyOnUpdate="0"/>
  <default expression="" field="scenario_mogelijk" applyOnUpdate="0"/>
  <default expression="" field="uitvoerbaarheid" applyOnUpdate="0"/>
  <default expression="" field="plan_oordeel" applyOnUpdate="0"/>
  <default expression="" field="plan_reden" applyOnUpdate="0"/>
  <default expression="" field="plan_aandeel" applyOnUpdate="0"/>
  <default expression="" field="plan_id" applyOnUpdate="0"/>
  <default expression="" field="plan_naam" applyOnUpdate="0"/>
  <default expression="" field="plan_status" applyOnUpdate="0"/>
  <default expression="" field="plan_artikel" applyOnUpdate="0"/>
  <default expression="" field="plan_url" applyOnUpdate="0"/>
  <default expression="" field="plan_zekerheid" applyOnUpdate="0"/>
  <default expression="" field="procedure" applyOnUpdate="0"/>
  <default expression="" field="ruimte_gereserveerd" applyOnUpdate="0"/>
  <default expression="" field="reservering_instrument" applyOnUpdate="0"/>
  <default expression="" field="net_oordeel" applyOnUpdate="0"/>
  <default expression="" field="net_reden" applyOnUpdate="0"/>
  <default expression="" field="net_oordeel_afname" applyOnUpdate="0"/>
  <default expression="" field="net_oordeel_invoeding" applyOnUpdate="0"/>
  <default expression="" field="richting_bepalend" applyOnUpdate="0"/>
  <default expression="" field="kans_netruimte" applyOnUpdate="0"/>
  <default expression="" field="voedingsgebied" applyOnUpdate="0"/>
  <default expression="" field="netruimte_laag_mw" applyOnUpdate="0"/>
  <default expression="" field="netruimte_midden_mw" applyOnUpdate="0"/>
  <default expression="" field="netruimte_hoog_mw" applyOnUpdate="0"/>
  <default expression="" field="vraag_laag_mw" applyOnUpdate="0"/>
  <default expression="" field="vraag_midden_mw" applyOnUpdate="0"/>
  <default expression="" field="vraag_hoog_mw" applyOnUpdate="0"/>
  <default expression="" field="gecontracteerd_mw" applyOnUpdate="0"/>
  <default expression="" field="net_status" applyOnUpdate="0"/>
  <default expression="" field="net_status_tennet" applyOnUpdate="0"/>
  <default expression="" field="jaar_opgelost_rnb" applyOnUpdate="0"/>
  <default expression="" field="jaar_opgelost_tennet" applyOnUpdate="0"/>
  <default expression="" field="wachtrij_mw" applyOnUpdate="0"/>
  <default expression="" field="beperkend_niveau" applyOnUpdate="0"/>
  <default expression="" field="beperkend_gebied" applyOnUpdate="0"/>
  <default expression="" field="eerste_jaar" applyOnUpdate="0"/>
  <default expression="" field="net_bron" applyOnUpdate="0"/>
  <default expression="" field="net_peildatum" applyOnUpdate="0"/>
  <default expression="" field="net_geschat" applyOnUpdate="0"/>
  <default expression="" field="gemeenten" applyOnUpdate="0"/>
  <default expression="" field="n_uitsluiting" applyOnUpdate="0"/>
  <default expression="" field="n_nee_tenzij" applyOnUpdate="0"/>
  <default expression="" field="n_aandacht" applyOnUpdate="0"/>
  <default expression="" field="n_niet_getoetst" applyOnUpdate="0"/>
  <default expression="" field="zwaarste_belemmering" applyOnUpdate="0"/>
  <default expression="" field="niet_getoetst" applyOnUpdate="0"/>
  <default expression="" field="doorlooptijd_min_jaren" applyOnUpdate="0"/>
  <default expression="" field="doorlooptijd_max_jaren" applyOnUpdate="0"/>
  <default expression="" field="regels_versie" applyOnUpdate="0"/>
  <default expression="" field="plugin_versie" applyOnUpdate="0"/>
 </defaults>
 <constraints>
  <constraint unique_strength="0" exp_strength="0" field="locatie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="activiteit" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="jaar" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="scenario" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="scenario_mogelijk" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="uitvoerbaarheid" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_oordeel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_reden" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_aandeel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_id" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_naam" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_status" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_artikel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_url" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plan_zekerheid" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="procedure" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="ruimte_gereserveerd" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="reservering_instrument" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_oordeel" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_reden" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_oordeel_afname" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_oordeel_invoeding" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="richting_bepalend" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="kans_netruimte" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="voedingsgebied" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="netruimte_laag_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="netruimte_midden_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="netruimte_hoog_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="vraag_laag_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="vraag_midden_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="vraag_hoog_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="gecontracteerd_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_status" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_status_tennet" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="jaar_opgelost_rnb" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="jaar_opgelost_tennet" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="wachtrij_mw" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="beperkend_niveau" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="beperkend_gebied" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="eerste_jaar" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_bron" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_peildatum" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="net_geschat" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="gemeenten" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="n_uitsluiting" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="n_nee_tenzij" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="n_aandacht" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="n_niet_getoetst" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="zwaarste_belemmering" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="niet_getoetst" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="doorlooptijd_min_jaren" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="doorlooptijd_max_jaren" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="regels_versie" notnull_strength="0" constraints="0"/>
  <constraint unique_strength="0" exp_strength="0" field="plugin_versie" notnull_strength="0" constraints="0"/>
 </constraints>
 <constraintExpressions>
  <constraint desc="" field="locatie" exp=""/>
  <constraint desc="" field="activiteit" exp=""/>
  <constraint desc="" field="jaar" exp=""/>
  <constraint desc="" field="scenario" exp=""/>
  <constraint desc="" field="scenario_mogelijk" exp=""/>
  <constraint desc="" field="uitvoerbaarheid" exp=""/>
  <constraint desc="" field="plan_oordeel" exp=""/>
  <constraint desc="" field="plan_reden" exp=""/>
  <constraint desc="" field="plan_aandeel" exp=""/>
  <constraint desc="" field="plan_id" exp=""/>
  <constraint desc="" field="plan_naam" exp=""/>
  <constraint desc="" field="plan_status" exp=""/>
  <constraint desc="" field="plan_artikel" exp=""/>
  <constraint desc="" field="plan_url" exp=""/>
  <constraint desc="" field="plan_zekerheid" exp=""/>
  <constraint desc="" field="procedure" exp=""/>
  <constraint desc="" field="ruimte_gereserveerd" exp=""/>
  <constraint desc="" field="reservering_instrument" exp=""/>
  <constraint desc="" field="net_oordeel" exp=""/>
  <constraint desc="" field="net_reden" exp=""/>
  <constraint desc="" field="net_oordeel_afname" exp=""/>
  <constraint desc="" field="net_oordeel_invoeding" exp=""/>
  <constraint desc="" field="richting_bepalend" exp=""/>
  <constraint desc="" field="kans_netruimte" exp=""/>
  <constraint desc="" field="voedingsgebied" exp=""/>
  <constraint desc="" field="netruimte_laag_mw" exp=""/>
  <constraint desc="" field="netruimte_midden_mw" exp=""/>
  <constraint desc="" field="netruimte_hoog_mw" exp=""/>
  <constraint desc="" field="vraag_laag_mw" exp=""/>
  <constraint desc="" field="vraag_midden_mw" exp=""/>
  <constraint desc="" field="vraag_hoog_mw" exp=""/>
  <constraint desc="" field="gecontracteerd_mw" exp=""/>
  <constraint desc="" field="net_status" exp=""/>
  <constraint desc="" field="net_status_tennet" exp=""/>
  <constraint desc="" field="jaar_opgelost_rnb" exp=""/>
  <constraint desc="" field="jaar_opgelost_tennet" exp=""/>
  <constraint desc="" field="wachtrij_mw" exp=""/>
  <constraint desc="" field="beperkend_niveau" exp=""/>
  <constraint desc="" field="beperkend_gebied" exp=""/>
  <constraint desc="" field="eerste_jaar" exp=""/>
  <constraint desc="" field="net_bron" exp=""/>
  <constraint desc="" field="net_peildatum" exp=""/>
  <constraint desc="" field="net_geschat" exp=""/>
  <constraint desc="" field="gemeenten" exp=""/>
  <constraint desc="" field="n_uitsluiting" exp=""/>
  <constraint desc="" field="n_nee_tenzij" exp=""/>
  <constraint desc="" field="n_aandacht" exp=""/>
  <constraint desc="" field="n_niet_getoetst" exp=""/>
  <constraint desc="" field="zwaarste_belemmering" exp=""/>
  <constraint desc="" field="niet_getoetst" exp=""/>
  <constraint desc="" field="doorlooptijd_min_jaren" exp=""/>
  <constraint desc="" field="doorlooptijd_max_jaren" exp=""/>
  <constraint desc="" field="regels_versie" exp=""/>
  <constraint desc="" field="plugin_versie" exp=""/>
 </constraintExpressions>
 <expressionfields/>
 <mapTip enabled="1">&lt;div style="font-family:sans-serif"&gt;&lt;b&gt;[% coalesce(replace(replace(replace(replace("locatie" || ' · scenario ' || "scenario" , '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/b&gt;&lt;table&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Plan&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace(replace("plan_oordeel", '_', ' ') || if("plan_zekerheid" = 'overruled', ' (overruled)', ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Net&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace("net_oordeel", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Zwaarste belemmering&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace("zwaarste_belemmering", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#5f6368;padding-right:8px"&gt;Eerste jaar met ruimte&lt;/td&gt;&lt;td&gt;[% coalesce(replace(replace(replace(replace("eerste_jaar", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;&lt;p style="max-width:340px;margin:4px 0 0"&gt;[% coalesce(replace(replace(replace(replace("plan_reden", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;') || '&lt;br&gt;' || replace(replace(replace(replace("net_reden", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), '–') %]&lt;/p&gt;&lt;p style="max-width:340px;margin:4px 0 0;color:#5f6368"&gt;&lt;i&gt;Voorstel op basis van de kaart; de regeltekst is niet beoordeeld, tenzij vermeld. Indicatie op stationsniveau, peildatum [% coalesce(replace(replace(replace(replace("net_peildatum", '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), 'onbekend') %]. Geen toezegging: alleen de netbeheerder wijst transportcapaciteit toe. Midden- en laagspanning en de aansluiting zelf zijn niet getoetst.&lt;/i&gt;&lt;/p&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
