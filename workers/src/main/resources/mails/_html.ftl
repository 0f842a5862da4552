<#ftl output_format="HTML">
<#-- The HTML part: a table of 600 px with inline styles, since that is what mail programs understand. -->
<#assign font = "font-family:-apple-system,BlinkMacSystemFont,Roboto,Helvetica,Arial,sans-serif;">
<#macro letter subject>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${subject}</title>
</head>
<body style="margin:0;padding:0;background-color:#f5f7fa;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f5f7fa" style="background-color:#f5f7fa;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;background-color:#ffffff;border:1px solid #dfe4ec;border-top:4px solid ${.vars.brand.themeColor};border-radius:8px;${font}">
<tr><td style="padding:24px 32px 0 32px;">
<#if .vars.brand.logoUrl??>
<img src="${.vars.brand.logoUrl}" alt="${.vars.brand.name}" height="40" style="display:block;height:40px;width:auto;max-width:240px;border:0;color:#1b2333;font-size:20px;font-weight:700;">
<#else>
<span style="color:#1b2333;font-size:20px;font-weight:700;">${.vars.brand.name}</span>
</#if>
</td></tr>
<tr><td style="padding:20px 32px 12px 32px;color:#1b2333;font-size:16px;line-height:24px;">
<h1 style="margin:0 0 20px 0;color:#1b2333;font-size:22px;line-height:29px;font-weight:700;">${subject}</h1>
<p style="margin:0 0 16px 0;">Hello<#if .vars.to.name?has_content> ${.vars.to.name}</#if>,</p>
<#nested>
<p style="margin:0 0 16px 0;">Your ${.vars.brand.name} team</p>
</td></tr>
<#if .vars.brand.supportAddress??>
<tr><td style="padding:16px 32px 24px 32px;border-top:1px solid #dfe4ec;color:#5a6478;font-size:13px;line-height:20px;">
Questions? Answer this mail, or write to <a href="mailto:${.vars.brand.supportAddress}" style="color:#5a6478;">${.vars.brand.supportAddress}</a>.
</td></tr>
</#if>
</table>
</td></tr>
</table>
</body>
</html>
</#macro>

<#macro p>
<p style="margin:0 0 16px 0;"><#nested></p>
</#macro>

<#-- What to do next; at most one a mail. The address stands below for programs that show no buttons. -->
<#macro button path label>
<#local href = .vars.brand.baseUrl + path>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 12px 0;"><tr>
<td bgcolor="${.vars.brand.themeColor}" style="border-radius:6px;background-color:${.vars.brand.themeColor};"><a href="${href}" style="display:inline-block;padding:12px 24px;color:${.vars.brand.textColor};font-size:16px;line-height:20px;font-weight:600;text-decoration:none;border-radius:6px;">${label}</a></td>
</tr></table>
<p style="margin:0 0 20px 0;color:#5a6478;font-size:13px;line-height:20px;">Or open this address in your browser:<br><a href="${href}" style="color:#5a6478;word-break:break-all;">${href}</a></p>
</#macro>

<#-- Words that somebody else wrote, with their line breaks. -->
<#macro quote text>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px 0;"><tr>
<td style="padding:12px 16px;background-color:#f5f7fa;border-left:4px solid #aab4c5;color:#1b2333;font-size:16px;line-height:24px;"><#list text?trim?split(r"\r?\n", "r") as line>${line}<#sep><br></#list></td>
</tr></table>
</#macro>

<#-- Pairs of a name and a value; pairs without a value are left out. -->
<#macro facts of>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px 0;font-size:15px;line-height:22px;">
<#list of?filter(fact -> fact[1]?has_content) as fact>
<tr><td valign="top" style="padding:4px 16px 4px 0;color:#5a6478;white-space:nowrap;">${fact[0]}</td><td valign="top" style="padding:4px 0;color:#1b2333;font-weight:600;word-break:break-word;">${fact[1]}</td></tr>
</#list>
</table>
</#macro>

<#-- DNS records to set, each with type, name and value, and those that may take the place of the first. -->
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

<#-- A few things in a list. -->
<#macro points of>
<ul style="margin:0 0 16px 0;padding:0 0 0 24px;">
<#list of as point>
<li style="margin:0 0 4px 0;">${point}</li>
</#list>
</ul>
</#macro>

<#macro strong><strong><#nested></strong></#macro>

<#-- One of several places to go. -->
<#macro link path label><a href="${.vars.brand.baseUrl}${path}" style="color:#1b2333;font-weight:600;">${label}</a></#macro>
