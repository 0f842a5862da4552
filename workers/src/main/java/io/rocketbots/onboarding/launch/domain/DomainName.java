package io.rocketbots.onboarding.launch.domain;

import com.google.common.base.Splitter;
import com.google.common.net.InternetDomainName;
import com.google.re2j.Pattern;
import com.ibm.icu.text.IDNA;
import java.util.List;

/**
 * A host name in the one form it is stored, compared and asked for in: lower case, punycode, without a final dot. What
 * a person typed becomes one through {@link DomainRules}.
 */
public record DomainName(String value) {

    /** <a href="https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4">RFC 1035</a>, as it is written with dots. */
    static final int LONGEST = 253;

    private static final Splitter DOT = Splitter.on('.');
    private static final Pattern UNDERSCORED = Pattern.compile("^(_[^.]*\\.)+");
    private static final Pattern NORMAL_FORM =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    public DomainName {
        if (value.length() > LONGEST || !NORMAL_FORM.matcher(value).matches() || !InternetDomainName.isValid(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not a host name in normal form.");
        }
    }

    /** The name as people read it: {@code xn--bcher-kva.example} is bücher.example. */
    public String inUnicode() {
        StringBuilder unicode = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        UTS46.nameToUnicode(value, unicode, info);
        return info.hasErrors() ? value : unicode.toString();
    }

    public List<String> labels() {
        return DOT.splitToList(value);
    }

    /** The part a registrar sells: {@code acme.co.uk} of {@code chat.acme.co.uk}. */
    public String registrable() {
        return registrableOf(value);
    }

    /** The same of any name that DNS may hold, such as {@code _proof.chat.acme.co.uk}. */
    public static String registrableOf(String dnsName) {
        String host = hostOf(dnsName);
        InternetDomainName name = InternetDomainName.from(host);
        if (name.isUnderRegistrySuffix()) {
            return name.topDomainUnderRegistrySuffix().toString();
        }
        List<String> labels = DOT.omitEmptyStrings().splitToList(host);
        return String.join(".", labels.subList(Math.max(0, labels.size() - 2), labels.size()));
    }

    /** The host that a name such as {@code _proof.chat.acme.co.uk} is about: without what begins with an underscore. */
    public static String hostOf(String dnsName) {
        return UNDERSCORED.matcher(dnsName).replaceFirst("");
    }

    /** Whether this is that zone's own name or lies below it. */
    public boolean isIn(String zone) {
        return value.equals(zone) || value.endsWith("." + zone);
    }

    /** What a DNS provider wants in its field "Name": the part before the zone, {@code @} for the zone itself. */
    public String relativeTo(String zone) {
        if (value.equals(zone)) {
            return "@";
        }
        return isIn(zone) ? value.substring(0, value.length() - zone.length() - 1) : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
