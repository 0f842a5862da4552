package io.rocketbots.onboarding.configuration;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/**
 * What settings must be besides readable: what holds for every duration, port and list, what comes before what, and what
 * is needed where strangers come.
 */
final class SettingsRules {

    private static final String BASE_URL = "onboarding.base-url";
    private static final String HOSTS = "onboarding.hosts";
    private static final String SECRET = "onboarding.secret";
    private static final String TARGET_ZONE = "onboarding.domain.target-zone";
    private static final String OWN_ZONES = "onboarding.domain.own-zones";
    private static final String NEUTRAL_DOMAIN = "onboarding.mail.neutral-domain";
    private static final String SUPPORT_ADDRESS = "onboarding.mail.support-address";
    private static final String TEAM_LEADS = "onboarding.team.leads";
    private static final List<String> TEAM =
            List.of(TEAM_LEADS, "onboarding.team.reviewers", "onboarding.team.key-accounts", "onboarding.team.ops");
    private static final String ENGINE_ADDRESS = "onboarding.engine.address";
    private static final String ENGINE_USERNAME = "onboarding.engine.username";
    private static final String ENGINE_PASSWORD = "onboarding.engine.password";
    private static final String RELAY_POLL = "onboarding.engine.relay-poll";
    private static final String RELEASE = "onboarding.engine.release";
    private static final String RESOLVER = "onboarding.dns.resolver";
    private static final String OWN_ADDRESSES = "onboarding.dns.own-addresses";
    private static final String SAMPLE_DATA = "onboarding.sample-data";
    private static final List<String> PRIVATE_ADDRESSES =
            List.of("onboarding.dns.private-servers", "onboarding.webhooks.private-addresses");
    private static final String DATABASE = "spring.datasource.url";

    /** Pauses and times of grace that somebody may do without. */
    private static final Set<String> MAY_BE_NOTHING = Set.of(
            "onboarding.review.undo",
            "onboarding.domain.check-now-pause",
            "onboarding.invitations.resend-pause",
            "onboarding.mail.gather-for",
            "onboarding.webhooks.secret-overlap");

    private static final Set<String> MAY_BE_EMPTY = Set.of(OWN_ZONES, OWN_ADDRESSES);

    private static final String FIRST_REMINDER = ".first";
    private static final List<String> REMINDERS_AND_END = List.of("first", "second", "third", "give-up", "valid-for");

    private static final int SHORTEST_SECRET = 32;
    private static final int FEWEST_DIFFERENT_CHARACTERS = 8;
    /** What local mode calls its secret, and what stands in places to be filled in. */
    private static final Pattern KNOWN_SECRET = Pattern.compile("(?i).*(not-a-secret|change-?me).*");

    private static final Duration SHORTEST_RELAY_POLL = Duration.ofSeconds(5);
    private static final int LAST_PORT = 65_535;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

    private final SettingValues values;
    private final boolean local;
    private final List<SettingFault> faults = new ArrayList<>();

    SettingsRules(SettingValues values, boolean local) {
        this.values = values;
        this.local = local;
    }

    List<SettingFault> faults() {
        List<Setting> settings = Setting.all(local);
        settings.stream().filter(setting -> values.has(setting.name())).forEach(this::checkKind);
        settings.stream()
                .map(Setting::name)
                .filter(name -> name.endsWith(FIRST_REMINDER))
                .map(name -> name.substring(0, name.length() - FIRST_REMINDER.length()))
                .forEach(group -> checkGrows(group, REMINDERS_AND_END));
        checkOtherOrders();
        checkAddresses();
        checkSecret();
        checkZones();
        checkMail();
        checkTeam();
        checkEngine();
        checkResolver();
        checkOwnAddresses();
        if (!local) {
            checkProduction();
        }
        return faults;
    }

    private void checkKind(Setting setting) {
        String name = setting.name();
        if (setting.isList() && values.list(name).isEmpty() && !MAY_BE_EMPTY.contains(name)) {
            refuse(name, "is empty.", setting.what());
            return;
        }
        switch (setting.kind()) {
            case DURATION -> checkDuration(setting);
            case NUMBER -> checkNumber(name, values.of(name, Integer.class).orElseThrow());
            case SIZE -> checkSize(name, values.of(name, DataSize.class).orElseThrow());
            default -> {
                // A text, an address or a switch has rules of its own, if any.
            }
        }
    }

    private void checkDuration(Setting setting) {
        String name = setting.name();
        Stream<Duration> durations = setting.isList()
                ? values.list(name).stream().map(Duration.class::cast)
                : values.duration(name).stream();
        boolean mayBeNothing = MAY_BE_NOTHING.contains(name);
        if (durations.anyMatch(it -> it.isNegative() || (it.isZero() && !mayBeNothing))) {
            refuse(
                    name,
                    mayBeNothing ? "is less than nothing." : "is no time at all.",
                    mayBeNothing ? "a duration, or to 0s for none" : setting.what());
        }
    }

    private void checkNumber(String name, int number) {
        if (name.endsWith("port")) {
            if (number < 0 || number > LAST_PORT) {
                refuse(name, "is no port.", "a number from 0 to " + LAST_PORT);
            }
        } else if (number < 1) {
            refuse(name, "is less than one.", "a whole number of at least 1");
        }
    }

    private void checkSize(String name, DataSize size) {
        if (size.toBytes() < 1) {
            refuse(name, "is no size at all.", "a size, such as 64MB");
        }
    }

    private void checkOtherOrders() {
        checkGrows("onboarding.tasks.usual", List.of("remind-after", "escalate-after"));
        checkGrows("onboarding.tasks.duplicate-account", List.of("remind-after", "escalate-after"));
        checkGrows("onboarding.introduction", List.of("escalate-after", "give-up-after"));
        checkGrows("onboarding.review", List.of("remind-before", "period"));
        checkGrows("onboarding.offboarding", List.of("remind-again-before", "remind-before", "grace"));
        checkGrows("onboarding.domain.watch", List.of("while-broken", "suspend-after"));
        checkGrows("onboarding.webhooks", List.of("first-retry", "give-up-after"));
        checkAtLeast("onboarding.mail.longest-retry", "onboarding.mail.first-retry");
        checkAtLeast("onboarding.webhooks.longest-retry", "onboarding.webhooks.first-retry");
        checkAtLeast("onboarding.sign-in.session-lifetime", "onboarding.sign-in.reauthenticate-after");
        checkAtLeast("onboarding.review.period", "onboarding.review.minimum-after-answer");
        checkAtLeast("onboarding.waits.domain-request-end", "onboarding.waits.domain-request.give-up");
    }

    /** Each of these parts of a group is longer than the one before. */
    private void checkGrows(String group, List<String> parts) {
        String before = null;
        for (String part : parts) {
            String name = group + "." + part;
            if (values.has(name)) {
                if (before != null && duration(name).compareTo(duration(before)) <= 0) {
                    refuse(
                            name,
                            "is not longer than " + before + ", which is " + values.shown(before) + ".",
                            "more than " + values.shown(before));
                }
                before = name;
            }
        }
    }

    private void checkAtLeast(String longer, String shorter) {
        if (values.has(longer) && values.has(shorter) && duration(longer).compareTo(duration(shorter)) < 0) {
            refuse(
                    longer,
                    "is shorter than " + shorter + ", which is " + values.shown(shorter) + ".",
                    "at least " + values.shown(shorter));
        }
    }

    private void checkAddresses() {
        Optional<URI> baseUrl = values.address(BASE_URL);
        if (baseUrl.isPresent() && !isWeb(baseUrl.get())) {
            refuse(BASE_URL, "is no complete address.", "scheme and host, for example https://partners.example");
            return;
        }
        if (values.texts(HOSTS).stream().anyMatch(host -> !host.equals(host.toLowerCase(Locale.ROOT)))) {
            refuse(HOSTS, "has capital letters, which no browser sends.", "the same in small letters");
        }
        baseUrl.map(URI::getHost).ifPresent(host -> {
            if (!values.list(HOSTS).isEmpty() && !values.texts(HOSTS).contains(host)) {
                refuse(
                        HOSTS,
                        "lacks " + host + ", the host of " + BASE_URL + ".",
                        "all hosts of the Rocketbots Platform, that one among them");
            }
        });
        for (String name :
                List.of("onboarding.links.operate", "onboarding.links.tasklist", "onboarding.links.metrics")) {
            values.address(name)
                    .filter(link -> !isWeb(link))
                    .ifPresent(wrong -> refuse(name, "is no complete address.", "scheme and host, or leave it out"));
        }
    }

    private void checkSecret() {
        Optional<String> secret = values.text(SECRET);
        if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
            refuseHidden(SECRET, "has only " + secret.get().length() + " characters.");
        } else if (secret.isPresent() && secret.get().chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS) {
            refuseHidden(SECRET, "is easily guessed: it has few different characters.");
        }
    }

    private void checkZones() {
        Optional<String> target = values.text(TARGET_ZONE);
        if (target.isEmpty()) {
            return;
        }
        String zone = target.get();
        String remedy = "a zone that leads to this platform and names nobody, for example edge.example";
        if (!isDomain(zone)) {
            refuse(TARGET_ZONE, "is no domain name.", remedy);
            return;
        }
        for (String host : values.texts(HOSTS)) {
            if (host.equals(zone) || isInside(host, zone)) {
                refuse(
                        TARGET_ZONE,
                        "is where " + host + " of " + HOSTS + " lies, so a target could be that host.",
                        remedy);
            } else if (isInside(zone, host)) {
                refuse(
                        TARGET_ZONE,
                        "lies in " + host + " of " + HOSTS + ", so it tells everybody who asks a reseller's DNS who you"
                                + " are.",
                        remedy);
            }
        }
        for (String own : values.texts(OWN_ZONES)) {
            if (!isDomain(own)) {
                refuse(OWN_ZONES, "has something that is no domain name: " + own + ".", "names of zones");
            }
        }
    }

    private void checkMail() {
        String remedy = "a domain that names nobody and from which you may send, for example mail-post.example";
        values.text(NEUTRAL_DOMAIN).ifPresent(domain -> {
            if (!isDomain(domain)) {
                refuse(NEUTRAL_DOMAIN, "is no domain name.", remedy);
            }
            for (String host : values.texts(HOSTS)) {
                if (isDomain(domain) && host.contains(".") && (domain.equals(host) || isInside(domain, host))) {
                    refuse(
                            NEUTRAL_DOMAIN,
                            "is or lies in " + host + " of " + HOSTS
                                    + ", so every mail in a reseller's brand would tell" + " who you are.",
                            remedy);
                }
            }
        });
        values.text(SUPPORT_ADDRESS)
                .filter(address -> !EMAIL.matcher(address).matches())
                .ifPresent(wrong -> refuse(
                        SUPPORT_ADDRESS,
                        "is no email address.",
                        "one that you read, for example partners@rocketbots.example"));
    }

    private void checkTeam() {
        String remedy = "mailboxes as in the To of a mail, for example Ada Example <ada@partners.example>";
        TEAM.stream()
                .filter(name -> !TeamSettings.isList(values.text(name).orElse("")))
                .forEach(name -> refuse(name, "is no list of mailboxes.", remedy));
        boolean others =
                TEAM.stream().anyMatch(name -> !values.text(name).orElse("").isBlank());
        if (others && values.text(TEAM_LEADS).orElse("").isBlank()) {
            faults.add(SettingFault.missing(TEAM_LEADS, remedy));
        }
    }

    private void checkEngine() {
        values.address(ENGINE_ADDRESS)
                .filter(address -> !isWeb(address))
                .ifPresent(wrong -> refuse(
                        ENGINE_ADDRESS,
                        "is no gRPC address.",
                        "scheme, host and port, for example http://zeebe:26500, or https:// for TLS"));
        boolean username =
                values.text(ENGINE_USERNAME).filter(text -> !text.isEmpty()).isPresent();
        boolean password =
                values.text(ENGINE_PASSWORD).filter(text -> !text.isEmpty()).isPresent();
        if (username && !password) {
            faults.add(SettingFault.missing(ENGINE_PASSWORD, "the password of " + ENGINE_USERNAME));
        } else if (password && !username) {
            faults.add(SettingFault.missing(ENGINE_USERNAME, "the name that " + ENGINE_PASSWORD + " belongs to"));
        }
        values.duration(RELAY_POLL)
                .filter(poll -> poll.compareTo(SHORTEST_RELAY_POLL) < 0)
                .ifPresent(wrong -> refuse(RELAY_POLL, "is shorter than 5s.", "5s or more"));
        values.text(RELEASE)
                .filter(release -> !isVersion(release))
                .ifPresent(wrong -> refuse(RELEASE, "is no version.", "the version of this build, for example 0.9.0"));
    }

    private void checkResolver() {
        values.text(RESOLVER)
                .filter(resolver -> !resolver.isEmpty() && !isHostAndPort(resolver))
                .ifPresent(wrong -> refuse(
                        RESOLVER,
                        "is no name server.",
                        "host or host:port, or to nothing for the one of this machine"));
    }

    private void checkOwnAddresses() {
        if (!values.texts(OWN_ADDRESSES).stream().allMatch(InetAddresses::isInetAddress)) {
            refuse(
                    OWN_ADDRESSES,
                    "has something that is no IP address.",
                    "addresses such as 203.0.113.10,2001:db8::10");
        }
    }

    private void checkProduction() {
        values.address(BASE_URL)
                .filter(SettingsRules::isWeb)
                .filter(address -> !address.getScheme().equals("https") && !isLoopback(address.getHost()))
                .ifPresent(wrong -> refuse(
                        BASE_URL,
                        "is not encrypted, so passwords could be read on the way.",
                        "an address with https://"));
        values.text(SECRET)
                .filter(secret -> KNOWN_SECRET.matcher(secret).matches())
                .ifPresent(known -> refuseHidden(SECRET, "is known to everybody who has read about this application."));
        for (String name : List.of(ENGINE_PASSWORD, "spring.datasource.password", "spring.mail.password")) {
            values.other(name)
                    .filter(SampleCredentials.PASSWORD::equals)
                    .ifPresent(known -> faults.add(new SettingFault(
                            name,
                            null,
                            "is the password of local mode, which everybody knows.",
                            SettingFault.toSet(name, "a password of your own"))));
        }
        values.of(SAMPLE_DATA, Boolean.class)
                .filter(wanted -> wanted)
                .ifPresent(wanted -> refuse(
                        SAMPLE_DATA,
                        "makes people whose password everybody knows.",
                        "false; only local mode makes sample data"));
        for (String name : PRIVATE_ADDRESSES) {
            values.of(name, Boolean.class)
                    .filter(wanted -> wanted)
                    .ifPresent(wanted -> refuse(
                            name,
                            "lets strangers make this machine call what lies inside your network.",
                            "false; only local mode calls private addresses"));
        }
        for (String host : values.texts(HOSTS)) {
            if (host.contains(".") && values.texts(OWN_ZONES).stream().noneMatch(own -> isSameOrInside(host, own))) {
                refuse(
                        OWN_ZONES,
                        "lacks " + host + " of " + HOSTS + ", so a reseller could claim a name there.",
                        "the zones of all your hosts");
            }
        }
        if (values.other(DATABASE).filter(url -> !url.isBlank()).isEmpty()) {
            faults.add(SettingFault.missing(
                    DATABASE, "your database, for example jdbc:postgresql://postgres:5432/onboarding"));
        }
    }

    private Duration duration(String name) {
        return values.duration(name).orElseThrow();
    }

    private void refuse(String name, String why, String what) {
        faults.add(new SettingFault(name, values.shown(name), why, SettingFault.toSet(name, what)));
    }

    private void refuseHidden(String name, String why) {
        faults.add(new SettingFault(
                name,
                null,
                why,
                SettingFault.toSet(
                        name,
                        "at least " + SHORTEST_SECRET + " random characters, as `openssl rand -base64 32` gives")));
    }

    private static boolean isWeb(URI address) {
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    private static boolean isDomain(String name) {
        return name.contains(".") && InternetDomainName.isValid(name) && !name.endsWith(".");
    }

    /** Whether a name lies below another, which has a dot: every name of local mode ends in the same word. */
    private static boolean isInside(String name, String zone) {
        return zone.contains(".") && name.endsWith("." + zone);
    }

    private static boolean isSameOrInside(String name, String zone) {
        return name.equals(zone) || name.endsWith("." + zone);
    }

    private static boolean isVersion(String text) {
        try {
            Version.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static boolean isHostAndPort(String text) {
        try {
            HostAndPort.fromString(text);
            return !text.contains("/") && !text.contains(" ");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
