package io.rocketbots.onboarding.launch.domain;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import io.rocketbots.onboarding.kernel.naming.Supplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What may become a reseller's domain. Reads what a person typed or pasted, mends what can be mended (and says so), and
 * refuses the rest. Names are converted as browsers do it (<a href="https://www.unicode.org/reports/tr46/">UTS #46</a>,
 * non-transitional). It asks nobody: whether the name exists is the CNAME check's business.
 *
 * @param ownZones zones of our own platform, which no reseller may claim
 * @param targetZone the zone our CNAME targets lie in
 * @param localNames whether names under {@code .localhost} are accepted, as on a developer's machine
 */
public record DomainRules(List<String> ownZones, String targetZone, boolean localNames) {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);
    private static final SpoofChecker MIXED_SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();
    private static final String TOO_LONG = "A domain has at most 253 characters, and 63 between two dots.";
    /** In characters: the address of a page may have been pasted. */
    private static final int LONGEST_TYPED = 4_000;

    private static final Pattern SCHEME =
            Pattern.compile("^(?:[a-z][a-z0-9+.-]*:)?[/\\\\]{2,}(?:[^/@]*@)?|^https?:", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final CharMatcher BEHIND_HOST = CharMatcher.anyOf("/?#\\");
    /** <a href="https://www.iana.org/assignments/special-use-domain-names">Special-use names</a> that no public DNS serves. */
    private static final Set<String> RESERVED =
            Set.of("localhost", "local", "test", "example", "invalid", "onion", "internal", "arpa", "alt", "lan");

    /** The name that was meant, and what was changed on the way or deserves a second look. */
    public record Typed(DomainName name, List<String> hints) {}

    public DomainRules {
        ownZones = ownZones.stream().map(zone -> zone.toLowerCase(Locale.ROOT)).toList();
        targetZone = targetZone.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what was typed.
     *
     * @throws DomainRefused when it cannot become a reseller's domain
     */
    public Typed read(String typed) {
        List<String> hints = new ArrayList<>();
        String host = host(typed, hints);
        if (InetAddresses.isInetAddress(host) || host.startsWith("[")) {
            throw new DomainRefused("This is an IP address. Enter a domain name, for example chat.your-company.com.");
        }
        String ascii = ascii(host);
        if (!ascii.contains(".")) {
            throw new DomainRefused("A domain has at least two parts, for example chat.your-company.com.");
        }
        if (ascii.startsWith("*.")) {
            throw new DomainRefused("A wildcard cannot be used. Enter one name, for example chat.your-company.com.");
        }
        DomainName name = named(ascii);
        refuseOurs(name);
        refuseUnusable(name);
        if (!name.inUnicode().equals(name.value())) {
            hints.add("In DNS, " + name.inUnicode() + " is written " + name.value() + ". We use that form.");
        }
        if (name.inUnicode().codePoints().anyMatch(character -> character > 127)
                && Splitter.on('.').splitToStream(name.inUnicode()).anyMatch(MIXED_SCRIPTS::failsChecks)) {
            hints.add("The name mixes letters of different alphabets that look alike. Please check that it is typed as"
                    + " you mean it.");
        }
        if (name.value().equals(name.registrable())) {
            hints.add(name.value() + " is the top of its zone, where most DNS providers cannot set a CNAME record. A"
                    + " name below it, such as chat." + name.value() + ", is the safe choice.");
        }
        return new Typed(name, List.copyOf(hints));
    }

    /** The host part of a pasted address, with nothing else around it. */
    private static String host(String typed, List<String> hints) {
        if (typed.length() > LONGEST_TYPED) {
            throw new DomainRefused("Enter the domain only, for example chat.your-company.com.");
        }
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new DomainRefused("Enter the domain your platform is to live on.");
        }
        String host = text;
        Matcher scheme = SCHEME.matcher(host);
        if (scheme.find()) {
            host = host.substring(scheme.end());
        }
        int end = BEHIND_HOST.indexIn(host);
        host = end < 0 ? host : host.substring(0, end);
        if (!InetAddresses.isInetAddress(host)) {
            host = PORT.matcher(host).replaceFirst("");
        }
        if (!host.equals(text)) {
            hints.add("We took the domain out of what you pasted.");
        }
        return host.strip();
    }

    private static String ascii(String host) {
        // Converting takes a time that grows with the square of a label's length.
        if (host.length() > DomainName.LONGEST + 3) {
            throw new DomainRefused(TOO_LONG);
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        UTS46.nameToASCII(host.startsWith("*.") ? host.substring(2) : host, ascii, info);
        String name = ascii.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (info.getErrors().contains(IDNA.Error.LABEL_TOO_LONG)
                || info.getErrors().contains(IDNA.Error.DOMAIN_NAME_TOO_LONG)) {
            throw new DomainRefused(TOO_LONG);
        }
        if (info.hasErrors()) {
            throw new DomainRefused("This is not a domain name. It consists of letters, digits and hyphens, with dots"
                    + " between its parts, for example chat.your-company.com.");
        }
        return host.startsWith("*.") ? "*." + name : name;
    }

    private static DomainName named(String ascii) {
        try {
            return new DomainName(ascii);
        } catch (IllegalArgumentException e) {
            throw new DomainRefused("This is not a domain name. It consists of letters, digits and hyphens, with dots"
                    + " between its parts, for example chat.your-company.com.");
        }
    }

    private void refuseOurs(DomainName name) {
        if (name.isIn(targetZone) || ownZones.stream().anyMatch(name::isIn)) {
            throw new DomainRefused("This domain belongs to the platform itself. Enter a domain of your own company.");
        }
        // Label by label: people read what stands between two dots, and the end of one with the next is nobody's name.
        if (Splitter.on('.').splitToStream(name.inUnicode()).anyMatch(Supplier::isReadIn)) {
            throw new DomainRefused("Choose another domain: a part of this one looks like the name of the platform"
                    + " provider, and your customers would take it for that.");
        }
    }

    private void refuseUnusable(DomainName name) {
        String top = name.labels().getLast();
        if (top.equals("localhost") && localNames) {
            return;
        }
        if (RESERVED.contains(top)) {
            throw new DomainRefused("Names ending in ." + top
                    + " do not exist on the internet. Enter a domain that your" + " company has registered.");
        }
        InternetDomainName internetName = InternetDomainName.from(name.value());
        if (!internetName.hasPublicSuffix()) {
            throw new DomainRefused("There is no top-level domain \"." + top + "\". Please check the end of the name.");
        }
        if (internetName.isPublicSuffix()) {
            throw new DomainRefused(name.value() + " is a public ending under which everybody registers names. Enter"
                    + " your own name below it.");
        }
    }
}
