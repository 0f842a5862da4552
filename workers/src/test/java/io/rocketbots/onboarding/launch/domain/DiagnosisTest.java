package io.rocketbots.onboarding.launch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Actor;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.Sighting.Cname;
import io.rocketbots.onboarding.launch.domain.Sighting.NoCname;
import io.rocketbots.onboarding.launch.domain.Sighting.NotAnswered;
import io.rocketbots.onboarding.launch.domain.Sighting.Reply;
import java.net.InetAddress;
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
    private static final List<InetAddress> OUR_ADDRESSES = ips("192.0.2.10", "2001:db8::10");

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
        assertThat(words(diagnosis).what()).contains("A 198.51.100.4, AAAA 2001:db8::99");
    }

    @Test
    void recognisesAProxyByItsIpv4Address() {
        Diagnosis diagnosis = claim(CHAT, addresses("104.21.7.9"), List.of());

        assertThat(diagnosis.kind()).isEqualTo(Kind.PROXIED);
        assertThat(words(diagnosis).what()).contains("A 104.21.7.9");
        assertThat(words(diagnosis).toDo()).contains("orange cloud", "DNS only", "_domain-challenge", TARGET.value());
    }

    @Test
    void recognisesAProxyByItsIpv6Address() {
        assertThat(claim(CHAT, addresses("2606:4700:3030::6815:709"), List.of()).kind())
                .isEqualTo(Kind.PROXIED);
    }

    @Test
    void recognisesAProxyBeforeTheTopOfAZone() {
        assertThat(claim(APEX, addresses("104.21.7.9"), List.of()).kind()).isEqualTo(Kind.PROXIED);
    }

    @Test
    void tellsThatOnlyTheProofIsMissingWhenRequestsComeThroughTheProxy() {
        Diagnosis diagnosis = claim(CHAT, addresses("104.21.7.9"), List.of(), Arrival.ours());

        assertThat(diagnosis.kind()).isEqualTo(Kind.PROXY_UNPROVED);
        assertThat(words(diagnosis).what()).contains("requests come through it to us", "TXT record");
        assertThat(words(diagnosis).toDo()).contains("Full (strict)");
    }

    @Test
    void acceptsAnyProxyThatPassesRequestsOnTogetherWithTheProof() {
        assertThat(claim(CHAT, addresses("104.21.7.9"), List.of(PROOF), Arrival.ours())
                        .kind())
                .isEqualTo(Kind.FOUND_BY_PROXY);
        assertThat(claim(CHAT, addresses("198.51.100.4"), List.of(PROOF), Arrival.ours())
                        .kind())
                .isEqualTo(Kind.FOUND_BY_PROXY);
    }

    @Test
    void tellsWhatTheProxyAnswersInsteadOfUsOnceTheProofIsThere() {
        Diagnosis diagnosis = claim(CHAT, addresses("104.21.7.9"), List.of(PROOF), Arrival.anothers("status 404"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.PROXY_ASTRAY);
        assertThat(words(diagnosis).what()).contains("we get status 404");
        assertThat(words(diagnosis).toDo()).contains("lead to " + TARGET);
    }

    @Test
    void tellsThatAProxyMayInsistOnHttpsTooEarly() {
        Diagnosis diagnosis = claim(CHAT, addresses("104.21.7.9"), List.of(PROOF), Arrival.none("status 525"));

        assertThat(diagnosis.kind()).isEqualTo(Kind.PROXY_FAILS);
        assertThat(words(diagnosis).toDo()).contains("Always Use HTTPS");
    }

    @Test
    void tellsOfAWrongProofBehindAProxyFirst() {
        assertThat(claim(CHAT, addresses("104.21.7.9"), List.of("Zx9-an-older-proof"), Arrival.ours())
                        .kind())
                .isEqualTo(Kind.PROOF_WRONG);
    }

    @Test
    void neverTakesAProxyThatFailsForOnceForSomebodyElsesAddress() {
        Sighting seen = sighting(CHAT, "acme.example", addresses("198.51.100.4"), List.of())
                .with(Arrival.none("no connection"));

        assertThat(Diagnosis.of(seen, true).kind()).isEqualTo(Kind.PROXY_FAILS);
        assertThat(Diagnosis.of(seen, false).kind()).isEqualTo(Kind.ADDRESS_IN_THE_WAY);
    }

    @Test
    void takesTheAddressJustBesideTheProxysForAnOrdinaryOne() {
        assertThat(of(addresses("104.32.0.1")).kind()).isEqualTo(Kind.ADDRESS_IN_THE_WAY);
        assertThat(of(addresses("2606:4701::1")).kind()).isEqualTo(Kind.ADDRESS_IN_THE_WAY);
    }

    @Test
    void recognisesAFlattenedRecordByOurAddresses() {
        Diagnosis diagnosis = claim(CHAT, addresses("192.0.2.10"), List.of());

        assertThat(diagnosis.kind()).isEqualTo(Kind.FLATTENED);
        assertThat(words(diagnosis).what()).contains("ALIAS or ANAME");
        assertThat(words(diagnosis).toDo()).contains("plain CNAME record");
    }

    @Test
    void namesTheAddressThatIsNotOursBesideOneThatIs() {
        Diagnosis diagnosis = claim(APEX, addresses("192.0.2.10", "2001:db8::99"), List.of(PROOF));

        assertThat(diagnosis.kind()).isEqualTo(Kind.CONFLICTING_ADDRESSES);
        assertThat(diagnosis.seen()).containsExactly("AAAA 2001:db8::99");
        assertThat(words(diagnosis).toDo()).contains("Remove what is not ours: AAAA 2001:db8::99");
    }

    @Test
    void recognisesTheTopOfAZone() {
        Diagnosis diagnosis = claim(APEX, addresses("198.51.100.4"), List.of());
        Advice advice = Advice.on(diagnosis, APEX, TARGET);

        assertThat(diagnosis.kind()).isEqualTo(Kind.APEX);
        assertThat(advice.what()).contains("A 198.51.100.4, which is not ours");
        assertThat(advice.toDo()).contains("chat.acme.example", "remove the other A and AAAA records");
    }

    @Test
    void warnsOfAnAddressThatWeMoveAwayFromWhileItStillWorks() {
        Sighting seen = sighting(APEX, "acme.example", addresses("192.0.2.10"), List.of())
                .knowing(new OwnAddresses(ips("192.0.2.10", "192.0.2.20"), ips("192.0.2.20"), ips("192.0.2.10")));

        assertThat(Diagnosis.of(seen).kind()).isEqualTo(Kind.FOUND_BY_ADDRESS);
        assertThat(Diagnosis.warningOf(seen)).extracting(Diagnosis::kind).isEqualTo(Kind.ADDRESS_OUTDATED);
    }

    @Test
    void warnsOfAFormerAddressThatStillBringsRequestsHere() {
        Sighting seen = sighting(APEX, "acme.example", addresses("192.0.2.10"), List.of())
                .knowing(new OwnAddresses(ips("192.0.2.20"), ips("192.0.2.20"), ips("192.0.2.10")));

        assertThat(Diagnosis.of(seen.with(Arrival.ours())).kind()).isEqualTo(Kind.FOUND_BY_ADDRESS);
        assertThat(Diagnosis.warningOf(seen.with(Arrival.ours()))).isNotNull();
        assertThat(Diagnosis.of(seen.with(Arrival.none("no connection"))).kind())
                .isEqualTo(Kind.ADDRESS_OUTDATED);
        assertThat(Diagnosis.warningOf(seen.with(Arrival.none("no connection"))))
                .isNull();
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

        assertThat(claim(APEX, ours, List.of()).kind()).isEqualTo(Kind.FLATTENED);
        assertThat(claim(APEX, ours, List.of(PROOF)).kind()).isEqualTo(Kind.FOUND_BY_ADDRESS);
    }

    @Test
    void neverTakesAProofForARecord() {
        assertThat(claim(CHAT, nothing(true, Duration.ZERO), List.of(PROOF)).kind())
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
        Sighting seen = sighting(CHAT, "acme.example", cname("k3v9.edge.example"), List.of());
        return Diagnosis.ofClaim(proved(seen, new Sighting.Proofs(inPlace, onTheName, doubled)), PROOF, true);
    }

    private static Diagnosis claim(DomainName name, Reply reply, List<String> inPlace) {
        return claim(name, reply, inPlace, Arrival.none("no connection"));
    }

    private static Diagnosis claim(DomainName name, Reply reply, List<String> inPlace, Arrival arrival) {
        Sighting seen = sighting(name, "acme.example", reply, List.of()).with(arrival);
        return Diagnosis.ofClaim(proved(seen, new Sighting.Proofs(inPlace, List.of(), List.of())), PROOF, true);
    }

    private static Sighting proved(Sighting seen, Sighting.Proofs proofs) {
        return new Sighting(
                seen.name(),
                seen.target(),
                seen.zone(),
                seen.nameServers(),
                seen.asked(),
                seen.reply(),
                seen.ours(),
                seen.certificateIssuers(),
                proofs,
                seen.arrival());
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
        return new NoCname(true, ips(addresses), List.of(), Duration.ofMinutes(5), null);
    }

    private static Sighting sighting(DomainName name, @Nullable String zone, Reply reply, List<String> issuers) {
        return new Sighting(
                name,
                TARGET,
                zone,
                List.of("ns1.acme.example"),
                "ns1.acme.example",
                reply,
                new OwnAddresses(OUR_ADDRESSES, OUR_ADDRESSES, List.of()),
                issuers,
                Sighting.Proofs.NONE,
                null);
    }

    private static List<InetAddress> ips(String... addresses) {
        return Arrays.stream(addresses).map(InetAddresses::forString).toList();
    }
}
