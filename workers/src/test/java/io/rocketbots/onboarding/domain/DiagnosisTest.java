package io.rocketbots.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.domain.Diagnosis.Actor;
import io.rocketbots.onboarding.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.domain.Sighting.Cname;
import io.rocketbots.onboarding.domain.Sighting.NoCname;
import io.rocketbots.onboarding.domain.Sighting.NotAnswered;
import io.rocketbots.onboarding.domain.Sighting.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static final DomainName CHAT = new DomainName("chat.acme.example");
    private static final DomainName APEX = new DomainName("acme.example");
    private static final DomainName TARGET = new DomainName("k3v9.edge.example");
    private static final String PROOF = "Vt3Jc0sUq8yG1nXbZ4mA2w";
    private static final List<String> OUR_ADDRESSES = List.of("192.0.2.10", "2001:db8::10");

    @Test
    void findsTheRecordThatLeadsToTheTarget() {
        Diagnosis diagnosis = of(cname("k3v9.edge.example"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.FOUND);
        assertThat(words(diagnosis).actor()).isEqualTo(Actor.NOBODY);
    }

    @Test
    void findsTheRecordThatLeadsToTheTargetOverAnotherName() {
        assertThat(of(cname("lb.acme.example", "k3v9.edge.example")).kind()).isEqualTo(Kind.FOUND);
    }

    @Test
    void tellsThatThereIsNoRecordYetAndHowLongOthersRememberThat() {
        Diagnosis diagnosis = of(nothing(false, Duration.ofHours(1)));

        assertThat(diagnosis.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(words(diagnosis).what()).contains("no record for chat.acme.example yet");
        assertThat(words(diagnosis).toDo()).contains("60 minutes").contains("name servers of acme.example");
        assertThat(words(diagnosis).actor()).isEqualTo(Actor.YOU);
    }

    @Test
    void tellsThatTheDomainItselfHasNoNameServers() {
        Diagnosis diagnosis = Diagnosis.of(sighting(CHAT, null, nothing(false, Duration.ZERO), List.of()));

        assertThat(diagnosis.kind()).isEqualTo(Kind.NO_ZONE);
        assertThat(words(diagnosis).what()).contains("acme.example");
    }

    @Test
    void tellsWhereAWrongRecordLeads() {
        Diagnosis diagnosis = of(cname("shops.other.example", "lb.other.example"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.WRONG_TARGET);
        assertThat(words(diagnosis).what()).contains("shops.other.example").contains("instead of k3v9.edge.example");
    }

    @Test
    void takesTheTargetOfAnotherResellerForWrong() {
        assertThat(of(cname("x7q2.edge.example")).kind()).isEqualTo(Kind.WRONG_TARGET);
    }

    @Test
    void recognisesATargetDoubledByAMissingFinalDot() {
        Diagnosis diagnosis = of(cname("k3v9.edge.example.acme.example"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.TARGET_DOUBLED);
        assertThat(words(diagnosis).toDo()).contains("k3v9.edge.example.");
    }

    @Test
    void recognisesARecordAtANameThatEndsInTheZoneTwice() {
        Diagnosis diagnosis =
                of(new NoCname(false, List.of(), List.of(), Duration.ofMinutes(5), "chat.acme.example.acme.example"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.NAME_DOUBLED);
        assertThat(words(diagnosis).toDo()).contains("only chat as the name");
    }

    @Test
    void recognisesAddressRecordsInTheWay() {
        Diagnosis diagnosis = of(addresses("198.51.100.4", "2001:db8::99"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.ADDRESS_IN_THE_WAY);
        assertThat(words(diagnosis).what()).contains("198.51.100.4, 2001:db8:0:0:0:0:0:99");
    }

    @Test
    void recognisesAProxyByItsIpv4Address() {
        Diagnosis diagnosis = of(addresses("104.21.7.9"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.PROXIED);
        assertThat(words(diagnosis).toDo()).contains("orange cloud").contains("DNS only");
    }

    @Test
    void recognisesAProxyByItsIpv6Address() {
        assertThat(of(addresses("2606:4700:3030::6815:709")).kind()).isEqualTo(Kind.PROXIED);
    }

    @Test
    void takesTheAddressJustBesideTheProxysForAnOrdinaryOne() {
        assertThat(of(addresses("104.32.0.1")).kind()).isEqualTo(Kind.ADDRESS_IN_THE_WAY);
        assertThat(of(addresses("2606:4701::1")).kind()).isEqualTo(Kind.ADDRESS_IN_THE_WAY);
    }

    @Test
    void recognisesAFlattenedRecordByOurAddresses() {
        Diagnosis diagnosis = of(addresses("192.0.2.10"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.FLATTENED);
        assertThat(words(diagnosis).what()).contains("ALIAS or ANAME");
    }

    @Test
    void takesOurAddressBesideAnotherOneForAddressesInTheWay() {
        assertThat(of(addresses("192.0.2.10", "198.51.100.4")).kind()).isEqualTo(Kind.ADDRESS_IN_THE_WAY);
    }

    @Test
    void recognisesTheTopOfAZone() {
        Diagnosis diagnosis =
                Diagnosis.of(sighting(APEX, "acme.example", addresses("104.21.7.9", "192.0.2.10"), List.of()));

        assertThat(diagnosis.kind()).isEqualTo(Kind.APEX);
        assertThat(Advice.on(diagnosis, APEX, TARGET).toDo()).contains("chat.acme.example");
    }

    @Test
    void recognisesATextRecordThatKeepsACnameOut() {
        Diagnosis diagnosis = of(new NoCname(true, List.of(), List.of("v=spf1 -all"), Duration.ofMinutes(5), null));

        assertThat(diagnosis.kind()).isEqualTo(Kind.CONFLICTING_TXT);
        assertThat(words(diagnosis).what()).contains("v=spf1 -all");
    }

    @Test
    void acceptsTheTopOfAZoneByAddressAndProof() {
        Reply ours = addresses("192.0.2.10", "2001:db8::10");

        assertThat(claim(APEX, ours, List.of(), List.of(), List.of()).kind()).isEqualTo(Kind.FLATTENED);
        assertThat(claim(APEX, ours, List.of(PROOF), List.of(), List.of()).kind())
                .isEqualTo(Kind.FOUND);
    }

    @Test
    void neverTakesAnAddressOfAProxyForOurs() {
        assertThat(claim(CHAT, addresses("104.21.7.9"), List.of(PROOF), List.of(), List.of())
                        .kind())
                .isEqualTo(Kind.PROXIED);
    }

    @Test
    void neverTakesAProofForARecord() {
        assertThat(claim(CHAT, nothing(true, Duration.ZERO), List.of(PROOF), List.of(), List.of())
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void tellsWhenTheProofWasNotCopiedWhole() {
        Diagnosis diagnosis = claim(List.of(PROOF.substring(0, 12)), List.of(), List.of());

        assertThat(diagnosis.kind()).isEqualTo(Kind.PROOF_INCOMPLETE);
        assertThat(words(diagnosis).what()).contains("incomplete").contains(PROOF.substring(0, 12));
    }

    @Test
    void tellsWhenTheProofSaysSomethingElse() {
        assertThat(claim(List.of("Zx9-an-older-proof"), List.of(), List.of()).kind())
                .isEqualTo(Kind.PROOF_WRONG);
    }

    @Test
    void overlooksQuotesAroundTheProofAndOtherTextsBesideIt() {
        assertThat(claim(List.of("v=spf1 -all", "\"" + PROOF + "\""), List.of(), List.of())
                        .kind())
                .isEqualTo(Kind.FOUND);
    }

    @Test
    void tellsWhenTheProofStandsOnTheNameItself() {
        Diagnosis diagnosis = claim(List.of(), List.of(PROOF), List.of());

        assertThat(diagnosis.kind()).isEqualTo(Kind.PROOF_ON_THE_NAME);
        assertThat(words(diagnosis).toDo()).contains("_domain-challenge.chat.acme.example");
    }

    @Test
    void tellsWhenTheProofsNameEndsInTheZoneTwice() {
        Diagnosis diagnosis = claim(List.of(), List.of(), List.of(PROOF));

        assertThat(diagnosis.kind()).isEqualTo(Kind.PROOF_NAME_DOUBLED);
        assertThat(words(diagnosis).what()).contains("_domain-challenge.chat.acme.example.acme.example");
        assertThat(words(diagnosis).toDo()).contains("only _domain-challenge.chat as");
    }

    private static Diagnosis claim(List<String> inPlace, List<String> onTheName, List<String> doubled) {
        return claim(CHAT, cname("k3v9.edge.example"), inPlace, onTheName, doubled);
    }

    private static Diagnosis claim(
            DomainName name, Reply reply, List<String> inPlace, List<String> onTheName, List<String> doubled) {
        Sighting seen = sighting(name, "acme.example", reply, List.of());
        Sighting with = new Sighting(
                name,
                TARGET,
                seen.zone(),
                seen.nameServers(),
                seen.asked(),
                reply,
                seen.targetAddresses(),
                List.of(),
                new Sighting.Proofs(inPlace, onTheName, doubled));
        return Diagnosis.ofClaim(with, PROOF, true);
    }

    @Test
    void neverTakesSilenceForAWrongRecord() {
        Diagnosis diagnosis = of(new NotAnswered("ns1.acme.example gives no answer within 5 s"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.COULD_NOT_ASK);
        assertThat(words(diagnosis).actor()).isEqualTo(Actor.US);
        assertThat(words(diagnosis).toDo()).contains("says nothing about your record");
    }

    @Test
    void tellsThatAnotherAccountUsesTheName() {
        Diagnosis diagnosis = of(cname("k3v9.edge.example")).taken();

        assertThat(diagnosis.kind()).isEqualTo(Kind.TAKEN);
        assertThat(words(diagnosis).what()).contains("another account");
    }

    @Test
    void warnsOfCaaRecordsThatForbidOurCertificates() {
        Diagnosis warning =
                Diagnosis.warningOf(sighting(CHAT, "acme.example", cname(TARGET.value()), List.of("digicert.com")));

        assertThat(warning).extracting(Diagnosis::kind).isEqualTo(Kind.CERTIFICATE_FORBIDDEN);
        assertThat(words(Objects.requireNonNull(warning)).what()).contains("digicert.com");
    }

    @Test
    void saysNothingOfCaaRecordsThatAllowOurCertificatesOrAreNotThere() {
        assertThat(Diagnosis.warningOf(sighting(CHAT, "acme.example", cname(TARGET.value()), List.of())))
                .isNull();
        assertThat(Diagnosis.warningOf(sighting(
                        CHAT, "acme.example", cname(TARGET.value()), List.of("digicert.com", "letsencrypt.org"))))
                .isNull();
    }

    @Test
    void neverNamesTheSupplier() {
        List<String> words = Arrays.stream(Kind.values())
                .map(kind -> words(new Diagnosis(kind, List.of("x"), null, Duration.ofHours(5))))
                .map(advice -> advice.what() + advice.toDo())
                .toList();

        assertThat(words).noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("rocketbots"));
    }

    private static Diagnosis of(Reply reply) {
        return Diagnosis.of(sighting(CHAT, "acme.example", reply, List.of()));
    }

    private static Advice words(Diagnosis diagnosis) {
        return Advice.on(diagnosis, CHAT, TARGET);
    }

    private static Reply cname(String... chain) {
        return new Cname(List.of(chain));
    }

    private static Reply nothing(boolean nameExists, Duration rememberedFor) {
        return new NoCname(nameExists, List.of(), List.of(), rememberedFor, null);
    }

    private static Reply addresses(String... addresses) {
        return new NoCname(
                true,
                Arrays.stream(addresses).map(InetAddresses::forString).toList(),
                List.of(),
                Duration.ofMinutes(5),
                null);
    }

    private static Sighting sighting(DomainName name, @Nullable String zone, Reply reply, List<String> issuers) {
        return new Sighting(
                name,
                TARGET,
                zone,
                List.of("ns1.acme.example"),
                "ns1.acme.example",
                reply,
                OUR_ADDRESSES.stream().map(InetAddresses::forString).toList(),
                issuers);
    }
}
