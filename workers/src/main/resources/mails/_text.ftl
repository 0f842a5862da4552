<#ftl output_format="plainText">
<#-- The text part. Its first line is the subject of the mail. -->
<#macro letter subject>
Subject: ${subject?replace(r"\s+", " ", "r")}

Hello<#if .vars.to.name?has_content> ${.vars.to.name}</#if>,

<#nested>
Your ${.vars.brand.name} team
<#if .vars.brand.supportAddress??>

-- 
Questions? Answer this mail, or write to ${.vars.brand.supportAddress}.
</#if>
</#macro>

<#macro p>
<#local words><#nested></#local>
${words?trim?replace(r"\s+", " ", "r")}

</#macro>

<#macro button path label>
${label}:
${.vars.brand.baseUrl}${path}

</#macro>

<#macro quote text>
<#list text?trim?split(r"\r?\n", "r") as line>
> ${line}
</#list>

</#macro>

<#macro facts of>
<#list of?filter(fact -> fact[1]?has_content) as fact>
${fact[0]}: ${fact[1]}
</#list>

</#macro>

<#macro records of instead>
<#list of as record>
<@facts of=[["Type", record.type], ["Name", record.name], ["Value", record.value]] />
<#if record?index == 0 && instead?has_content>
<@p>
If your DNS provider does not offer this kind of record, set <#if (instead?size > 1)>these<#else>this one</#if> instead:
</@p>
<#list instead as other>
<@facts of=[["Type", other.type], ["Name", other.name], ["Value", other.value]] />
</#list>
<#if (of?size > 1)>
<@p>
And in any case:
</@p>
</#if>
</#if>
</#list>
</#macro>

<#macro points of>
<#list of as point>
- ${point}
</#list>

</#macro>

<#macro strong><#nested></#macro>

<#macro link path label>${label}: ${.vars.brand.baseUrl}${path}</#macro>
