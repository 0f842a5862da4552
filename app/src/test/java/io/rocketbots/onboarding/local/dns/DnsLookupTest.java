package io.rocketbots.onboarding.local.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rocketbots.onboarding.launch.domain.AuthoritativeLookup;
import io.rocketbots.onboarding.launch.domain.Diagnosis;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.DnsSettings;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.launch.domain.ResolverDown;
import io.rocketbots.onboarding.launch.domain.Sighting;
import io.rocketbots.onboarding.launch.domain.WatchTerms;
import io.rocketbots.onboarding.local.mode.LocalModeTables;
import io.rocketbots.onboarding.process.Variables.Ladder;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The look-up of a domain's record, over real sockets. */
class DnsLookupTest {

    private static final DomainName CHAT = new DomainName("chat.acme.localhost");
    private static final DomainName TARGET = new DomainName("k3v9.edge.localhost");
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private final List<NameServer> servers = new ArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final LocalRecords records = new LocalRecords(JdbcClient.create(LocalModeTables.inMemory()));
    private final LocalZones zones = new LocalZones(records, terms());
    private int working;

    @BeforeEach
    void startsAWorkingServer() throws IOException {
        working = serverThat(zones);
    }

    @AfterEach
    void stopsAllServers() throws IOException {
        for (NameServer server : servers) {
            server.close();
        }
    }

    @Test
    void findsTheRecordAtTheZonesNameServer() {
        record("chat.acme.localhost", RecordType.CNAME, "k3v9.edge.localhost");

        Sighting sighting = look(CHAT);

        assertThat(Diagnosis.of(sighting).kind()).isEqualTo(Kind.FOUND);
        assertThat(sighting.asked()).isEqualTo(LocalZones.NAME_SERVER);
        assertThat(sighting.zone()).isEqualTo("acme.localhost");
    }

    @Test
    void findsTheRecordOverAnotherName() {
        record("chat.acme.localhost", RecordType.CNAME, "lb.acme.localhost");
        record("lb.acme.localhost", RecordType.CNAME, "k3v9.edge.localhost");

        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.FOUND);
    }

    @Test
    void findsTheProofWhereItBelongsAndWhereItDoesNot() {
        record("chat.acme.localhost", RecordType.A, "127.0.0.1");
        record("_domain-challenge.chat.acme.localhost", RecordType.TXT, "the proof");
        record("chat.acme.localhost", RecordType.TXT, "on the name");
        record("_domain-challenge.chat.acme.localhost.acme.localhost", RecordType.TXT, "doubled");

        assertThat(look(CHAT).proofs())
                .isEqualTo(new Sighting.Proofs(List.of("the proof"), List.of("on the name"), List.of("doubled")));
    }

    @Test
    void survivesACircleOfRecords() {
        record("chat.acme.localhost", RecordType.CNAME, "lb.acme.localhost");
        record("lb.acme.localhost", RecordType.CNAME, "chat.acme.localhost");

        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.WRONG_TARGET);
    }

    @Test
    void tellsThatThereIsNothingAndHowLongThatIsRemembered() {
        Diagnosis diagnosis = diagnosis(CHAT);

        assertThat(diagnosis.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(diagnosis.rememberedFor()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void tellsThatThereIsNothingAtANameWithOnlyNamesBelow() {
        record("a.chat.acme.localhost", RecordType.A, "198.51.100.4");

        assertThat(look(CHAT).reply().inShort()).isEqualTo("no CNAME record");
        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void seesAWrongTarget() {
        record("chat.acme.localhost", RecordType.CNAME, "shops.other.localhost");

        assertThat(diagnosis(CHAT).seen()).containsExactly("shops.other.localhost");
    }

    @Test
    void seesADoubledTarget() {
        record("chat.acme.localhost", RecordType.CNAME, "k3v9.edge.localhost.acme.localhost");

        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.TARGET_DOUBLED);
    }

    @Test
    void seesARecordAtADoubledName() {
        record("chat.acme.localhost.acme.localhost", RecordType.CNAME, "k3v9.edge.localhost");

        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.NAME_DOUBLED);
    }

    @Test
    void seesAddressesOfBothKinds() {
        record("chat.acme.localhost", RecordType.A, "198.51.100.4");
        record("chat.acme.localhost", RecordType.AAAA, "2001:db8::4");

        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.ADDRESS_IN_THE_WAY);
        assertThat(diagnosis(CHAT).seen()).hasSize(2);
    }

    @Test
    void seesAProxy() {
        record("chat.acme.localhost", RecordType.A, "172.67.1.2");

        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.PROXY_FAILS);
    }

    @Test
    void seesAFlattenedRecordByAskingForTheTargetsAddresses() {
        record("chat.acme.localhost", RecordType.A, "127.0.0.1");

        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.FOUND_BY_ADDRESS);
    }

    @Test
    void seesTheTopOfAZone() {
        assertThat(diagnosis(new DomainName("acme.localhost")).kind()).isEqualTo(Kind.APEX);
    }

    @Test
    void seesATextRecord() {
        record("chat.acme.localhost", RecordType.TXT, "he said \"mine\"");

        assertThat(diagnosis(CHAT).kind()).isEqualTo(Kind.CONFLICTING_TXT);
    }

    @Test
    void readsAnswersThatAreTooLongForUdp() {
        IntStream.range(0, 30).forEach(i -> record("chat.acme.localhost", RecordType.TXT, i + "x".repeat(200)));

        assertThat(diagnosis(CHAT).seen()).hasSize(30);
    }

    @Test
    void seesCertificateAuthoritiesUpTheTree() {
        record("chat.acme.localhost", RecordType.CNAME, "k3v9.edge.localhost");
        record("acme.localhost", RecordType.CAA, "0 issue \"digicert.com\"");

        assertThat(look(CHAT).certificateIssuers()).containsExactly("digicert.com");
    }

    @Test
    void tellsThatADomainHasNoZone() throws IOException {
        int resolver = serverThat(query -> Optional.of(answer(query, Rcode.NXDOMAIN)));

        assertThat(Diagnosis.of(look(CHAT, resolver, working)).kind()).isEqualTo(Kind.NO_ZONE);
    }

    @Test
    void asksTheResolverWhenTheZonesNameServerIsSilent() throws IOException {
        record("chat.acme.localhost", RecordType.CNAME, "k3v9.edge.localhost");
        int silent = serverThat(query -> Optional.empty());

        Sighting sighting = look(CHAT, working, silent);

        assertThat(Diagnosis.of(sighting).kind()).isEqualTo(Kind.FOUND);
        assertThat(sighting.asked()).isEqualTo("our resolver");
    }

    @Test
    void neverTakesASilentZoneForAWrongOne() throws IOException {
        int silent = serverThat(query -> Optional.empty());
        int resolver = serverThat(query -> isForCname(query) ? Optional.empty() : zones.apply(query));

        Diagnosis diagnosis = Diagnosis.of(look(CHAT, resolver, silent));

        assertThat(diagnosis.kind()).isEqualTo(Kind.COULD_NOT_ASK);
        assertThat(diagnosis.seen().toString()).contains(LocalZones.NAME_SERVER).contains("no answer");
    }

    @Test
    void neverTakesAFailingZoneForAWrongOne() throws IOException {
        int failing = serverThat(query -> Optional.of(answer(query, Rcode.SERVFAIL)));
        int resolver = serverThat(
                query -> isForCname(query) ? Optional.of(answer(query, Rcode.SERVFAIL)) : zones.apply(query));

        Diagnosis diagnosis = Diagnosis.of(look(CHAT, resolver, failing));

        assertThat(diagnosis.kind()).isEqualTo(Kind.COULD_NOT_ASK);
        assertThat(diagnosis.seen().toString()).contains("SERVFAIL");
    }

    @Test
    void neverTakesARefusingNameServerForAWrongOne() throws IOException {
        int refusing = serverThat(query -> Optional.of(answer(query, Rcode.REFUSED)));
        int resolver = serverThat(
                query -> isForCname(query) ? Optional.of(answer(query, Rcode.SERVFAIL)) : zones.apply(query));

        assertThat(Diagnosis.of(look(CHAT, resolver, refusing)).kind()).isEqualTo(Kind.COULD_NOT_ASK);
    }

    @Test
    void saysItCouldNotAskWhenTheResolverFailsOnThatZoneOnly() throws IOException {
        int resolver = serverThat(query ->
                query.getQuestion().getName().toString().contains("acme") ? Optional.empty() : zones.apply(query));

        assertThat(Diagnosis.of(look(CHAT, resolver, working)).kind()).isEqualTo(Kind.COULD_NOT_ASK);
    }

    @Test
    void asksAgainForAnAddressOfOursWhenOnePacketIsLost() throws IOException {
        record("chat.acme.localhost", RecordType.A, "127.0.0.1");
        AtomicInteger lost = new AtomicInteger(1);
        int resolver = serverThat(
                query -> isForOurAddress(query) && lost.getAndDecrement() > 0 ? Optional.empty() : zones.apply(query));

        assertThat(Diagnosis.of(look(CHAT, resolver, working)).kind()).isEqualTo(Kind.FOUND_BY_ADDRESS);
    }

    @Test
    void neverTakesAnAddressForSomebodyElsesWhileOursAreUnknown() throws IOException {
        record("chat.acme.localhost", RecordType.A, "127.0.0.1");
        int resolver = serverThat(query -> isForOurAddress(query) ? Optional.empty() : zones.apply(query));

        assertThat(Diagnosis.of(look(CHAT, resolver, working)).kind()).isEqualTo(Kind.COULD_NOT_ASK);
    }

    @Test
    void failsWhenOurResolverIsSilentAltogether() throws IOException {
        int silent = serverThat(query -> Optional.empty());

        assertThatExceptionOfType(ResolverDown.class).isThrownBy(() -> look(CHAT, silent, working));
    }

    @Test
    void failsWhenNobodyListensWhereOurResolverShouldBe() throws IOException {
        int nobody = freePort();

        assertThatExceptionOfType(ResolverDown.class).isThrownBy(() -> look(CHAT, nobody, working));
    }

    @Test
    void neverAsksANameServerInsideOurNetworkInPublic() throws IOException {
        record("chat.acme.localhost", RecordType.CNAME, "k3v9.edge.localhost");
        int inside = serverThat(query -> {
            questions.add(query.getQuestion().toString());
            return zones.apply(query);
        });

        Sighting sighting = new AuthoritativeLookup(
                        new DnsSettings("127.0.0.1:" + working, inside, TIMEOUT, false, 80, List.of()))
                .look(CHAT, TARGET);

        assertThat(questions).isEmpty();
        assertThat(sighting.asked()).isEqualTo("our resolver");
    }

    private Diagnosis diagnosis(DomainName name) {
        return Diagnosis.of(look(name));
    }

    private Sighting look(DomainName name) {
        return look(name, working, working);
    }

    private static Sighting look(DomainName name, int resolver, int authoritative) {
        return new AuthoritativeLookup(
                        new DnsSettings("127.0.0.1:" + resolver, authoritative, TIMEOUT, true, 80, List.of()))
                .look(name, TARGET);
    }

    private void record(String name, RecordType type, String content) {
        records.save(new LocalRecord(UUID.randomUUID(), name, type, content, 300));
    }

    private int serverThat(Function<Message, Optional<Message>> answers) throws IOException {
        NameServer server = new NameServer(0, answers);
        servers.add(server);
        return server.port();
    }

    private static boolean isForCname(Message query) {
        Record question = query.getQuestion();
        return question.getType() == Type.CNAME;
    }

    private static boolean isForOurAddress(Message query) {
        Record question = query.getQuestion();
        return question.getType() == Type.A && question.getName().toString(true).equals(TARGET.value());
    }

    private static Message answer(Message query, int rcode) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(rcode);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        return answer;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    private static DomainTerms terms() {
        Duration day = Duration.ofDays(1);
        return new DomainTerms(
                List.of(),
                "edge.localhost",
                true,
                new Ladder(day, day, day, day),
                List.of(day),
                day,
                day,
                Duration.ofSeconds(10),
                Duration.ofDays(30),
                new WatchTerms(Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(7)));
    }
}
