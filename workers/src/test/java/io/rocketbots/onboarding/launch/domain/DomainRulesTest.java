package io.rocketbots.onboarding.launch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainRulesTest {

    private final DomainRules rules =
            new DomainRules(List.of("rocketbots.io", "Rocketbots.localhost"), "edge.targets.net", false);
    private final DomainRules localRules =
            new DomainRules(List.of("rocketbots.localhost", "localhost.run"), "edge.localhost", true);

    @Test
    void takesAPlainNameWithoutAWord() {
        DomainRules.Typed typed = rules.read("chat.acme.com");

        assertThat(typed.name().value()).isEqualTo("chat.acme.com");
        assertThat(typed.hints()).isEmpty();
    }

    @Test
    void ignoresCaseSpacesAndTheFinalDot() {
        assertThat(name(" Chat.ACME.com. ")).isEqualTo("chat.acme.com");
    }

    @Test
    void takesTheDomainOutOfAPastedUrlAndSaysSo() {
        DomainRules.Typed typed = rules.read("https://Chat.Acme.com:8443/welcome?x=1#top");

        assertThat(typed.name().value()).isEqualTo("chat.acme.com");
        assertThat(typed.hints()).containsExactly("We took the domain out of what you pasted.");
    }

    @Test
    void takesTheDomainOutOfAUrlWithAUserAndABackslash() {
        assertThat(name("http:\\\\chat.acme.com\\x")).isEqualTo("chat.acme.com");
        assertThat(name("ftp://me:secret@chat.acme.com/")).isEqualTo("chat.acme.com");
        assertThat(name("//chat.acme.com")).isEqualTo("chat.acme.com");
        assertThat(name("chat.acme.com/")).isEqualTo("chat.acme.com");
    }

    @Test
    void writesANameTypedInUnicodeInPunycodeAndSaysSo() {
        DomainRules.Typed typed = rules.read("chat.Bücher.de");

        assertThat(typed.name().value()).isEqualTo("chat.xn--bcher-kva.de");
        assertThat(typed.name().inUnicode()).isEqualTo("chat.bücher.de");
        assertThat(typed.hints()).hasSize(1).first().asString().contains("chat.xn--bcher-kva.de");
    }

    @Test
    void keepsTheSharpSAsBrowsersDo() {
        assertThat(name("chat.straße.de")).isEqualTo("chat.xn--strae-oqa.de");
    }

    @Test
    void readsFullWidthLettersAndIdeographicDots() {
        assertThat(name("chat。ａｃｍｅ．com")).isEqualTo("chat.acme.com");
    }

    @Test
    void warnsOfLettersOfTwoAlphabetsThatLookAlike() {
        assertThat(rules.read("chat.аpple.com").hints()).anyMatch(hint -> hint.contains("different alphabets"));
        assertThat(rules.read("chat.пример.com").hints()).noneMatch(hint -> hint.contains("different alphabets"));
    }

    @Test
    void warnsOfTheTopOfAZone() {
        assertThat(rules.read("acme.co.uk").hints()).singleElement().asString().contains("chat.acme.co.uk");
    }

    @Test
    void refusesNothing() {
        assertThat(refusal("  ")).contains("Enter the domain");
        assertThat(refusal("https://")).isNotBlank();
    }

    @Test
    void refusesIpAddresses() {
        assertThat(refusal("192.0.2.7")).contains("IP address");
        assertThat(refusal("http://192.0.2.7:80/")).contains("IP address");
        assertThat(refusal("2001:db8::7")).contains("IP address");
        assertThat(refusal("http://[2001:db8::7]/")).contains("IP address");
    }

    @Test
    void refusesSingleLabels() {
        assertThat(refusal("intranet")).contains("at least two parts");
    }

    @Test
    void refusesWildcards() {
        assertThat(refusal("*.acme.com")).contains("wildcard");
    }

    @Test
    void refusesWhatIsNoName() {
        assertThat(refusal("chat acme.com")).contains("not a domain name");
        assertThat(refusal("chat_1.acme.com")).contains("not a domain name");
        assertThat(refusal("-chat.acme.com")).contains("not a domain name");
        assertThat(refusal("chat..acme.com")).contains("not a domain name");
        assertThat(refusal("xn--a.acme.com")).contains("not a domain name");
        assertThat(refusal("10.20.30")).contains("not a domain name");
        assertThat(refusal("me@acme.com, you@acme.com")).contains("not a domain name");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(refusal("a".repeat(64) + ".acme.com")).contains("63");
        assertThat(refusal("abcdefgh.".repeat(30) + "acme.com")).contains("253");
    }

    @Test
    void refusesOurOwnZonesAndTheTargetZone() {
        assertThat(refusal("rocketbots.io")).contains("belongs to the platform");
        assertThat(refusal("Chat.Rocketbots.IO.")).contains("belongs to the platform");
        assertThat(refusal("abc.edge.targets.net")).contains("belongs to the platform");
        assertThat(name("anedge.targets.net")).isEqualTo("anedge.targets.net");
    }

    @Test
    void refusesPublicSuffixes() {
        assertThat(refusal("co.uk")).contains("public ending");
        assertThat(refusal("github.io")).contains("public ending");
        assertThat(name("acme.github.io")).isEqualTo("acme.github.io");
    }

    @Test
    void refusesEveryLabelInWhichTheSuppliersNameIsRead() {
        assertThat(refusal("rocketbots-support.com")).contains("looks like the name of the platform provider");
        assertThat(refusal("rocketbots.acme.com")).contains("platform provider");
        assertThat(refusal("my-rocket-bots.acme.com")).contains("platform provider");
        assertThat(refusal("chat.rocketb0ts.net")).contains("platform provider");
        assertThat(refusal("chat.r\u043eck\u0435tbots.com")).contains("platform provider");
        assertThat(refusal("chat.xn--rcktbots-e8g1g.com")).contains("platform provider");
    }

    @Test
    void takesANameWhoseLabelsOnlyTogetherReadLikeTheSuppliers() {
        assertThat(name("rocket.botswana.com")).isEqualTo("rocket.botswana.com");
        assertThat(name("rockets.com")).isEqualTo("rockets.com");
    }

    @Test
    void refusesReservedAndUnknownTopLevelDomains() {
        assertThat(refusal("chat.acme.example")).contains("do not exist on the internet");
        assertThat(refusal("chat.acme.local")).contains("do not exist on the internet");
        assertThat(refusal("1.0.0.127.in-addr.arpa")).contains("do not exist on the internet");
        assertThat(refusal("chat.acme.con")).contains("no top-level domain");
    }

    @Test
    void acceptsLocalhostNamesOnADevelopersMachineOnly() {
        assertThat(localRules.read("http://chat.acme.localhost:8080/").name().value())
                .isEqualTo("chat.acme.localhost");
        assertThat(refusal("chat.acme.localhost")).contains("do not exist on the internet");
    }

    @Test
    void refusesOurOwnZonesOnADevelopersMachineToo() {
        assertThatExceptionOfType(DomainRefused.class).isThrownBy(() -> localRules.read("a.rocketbots.localhost"));
        assertThatExceptionOfType(DomainRefused.class).isThrownBy(() -> localRules.read("a.edge.localhost"));
        assertThatExceptionOfType(DomainRefused.class).isThrownBy(() -> localRules.read("localhost"));
    }

    @Test
    void saysWhatToTypeAsTheNameOfTheRecord() {
        DomainName name = new DomainName("chat.acme.co.uk");

        assertThat(name.registrable()).isEqualTo("acme.co.uk");
        assertThat(name.relativeTo("acme.co.uk")).isEqualTo("chat");
        assertThat(new DomainName("acme.co.uk").relativeTo("acme.co.uk")).isEqualTo("@");
        assertThat(new DomainName("chat.acme.localhost").registrable()).isEqualTo("acme.localhost");
    }

    private String name(String typed) {
        return rules.read(typed).name().value();
    }

    private String refusal(String typed) {
        try {
            return "accepted as " + rules.read(typed).name();
        } catch (DomainRefused refused) {
            return refused.reason();
        }
    }

    @Test
    void findsTheRegistrablePartOfANameThatOnlyDnsHolds() {
        assertThat(DomainName.registrableOf("_domain-challenge.chat.acme.co.uk"))
                .isEqualTo("acme.co.uk");
        assertThat(DomainName.registrableOf("_domain-challenge.chat.acme.localhost"))
                .isEqualTo("acme.localhost");
    }
}
