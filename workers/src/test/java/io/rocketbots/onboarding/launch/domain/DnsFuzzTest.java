package io.rocketbots.onboarding.launch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TXTRecord;

/** Whatever name servers answer becomes advice to the owner of the domain, or "it could not be asked". */
class DnsFuzzTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final DomainName CHAT = new DomainName("chat.acme.com");
    private static final DomainName TARGET = new DomainName("k3v9.edge.example.com");
    private static final int COUNTS = 8;

    /** Each question gets the next answer of those that follow each other, each with its length in two bytes before it. */
    @ParameterizedTest
    @MethodSource("answers")
    void judgesWhateverIsAnswered(byte[] answers) {
        long begin = System.nanoTime();
        Answering server = new Answering(answers);
        AuthoritativeLookup lookup = new AuthoritativeLookup(
                new DnsSettings("127.0.0.1", 53, Duration.ofSeconds(1), true, 80, List.of()), address -> server);
        try {
            Sighting sighting = lookup.look(CHAT, TARGET);
            Diagnosis diagnosis = Diagnosis.of(sighting);
            says(diagnosis);
            says(Diagnosis.of(sighting, true));
            says(Diagnosis.ofClaim(sighting, "proof=0123456789abcdef", true));
            Diagnosis warning = Diagnosis.warningOf(sighting);
            if (warning != null) {
                says(warning);
            }
            // Nobody's answer is taken for ours who does not name us.
            if (diagnosis.kind() == Diagnosis.Kind.FOUND) {
                assertThat(diagnosis.seen()).contains(TARGET.value());
            }
        } catch (ResolverDown down) {
            assertThat(server.failed).isPositive();
        }
        assertThat(server.asked).as("Questions for one look").isLessThan(100);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @MethodSource("answers")
    @FuzzTest(maxDuration = "10m")
    void fuzzAnswers(byte[] answers) {
        judgesWhateverIsAnswered(answers);
    }

    private static void says(Diagnosis diagnosis) {
        Advice advice = Advice.on(diagnosis, CHAT, TARGET);
        assertThat(advice.what()).isNotBlank();
        assertThat(diagnosis.seen()).hasSizeLessThanOrEqualTo(100);
    }

    /** Answers to any question with what it was given, as a server that means harm. */
    private static final class Answering implements Resolver {

        private final byte[] answers;
        private int position;
        private int asked;
        private int failed;

        Answering(byte[] answers) {
            this.answers = answers;
        }

        @Override
        public Message send(Message query) throws IOException {
            asked++;
            try {
                // Ids and question are compared before anything else looks at an answer.
                byte[] head = query.toWire();
                ByteArrayOutputStream wire = new ByteArrayOutputStream();
                byte[] next = next();
                wire.write(head, 0, 2);
                wire.write(0x84);
                wire.write(next.length > 0 ? next[0] : 0);
                wire.write(new byte[] {0, 1});
                for (int i = 1; i < COUNTS - 1; i++) {
                    // Few records are claimed, or none would be read to its end.
                    wire.write(i % 2 == 1 ? 0 : i < next.length ? next[i] : 0);
                }
                wire.write(head, 12, head.length - 12);
                if (next.length > COUNTS) {
                    wire.write(next, COUNTS, next.length - COUNTS);
                }
                return new Message(wire.toByteArray());
            } catch (IOException broken) {
                failed++;
                throw broken;
            }
        }

        private byte[] next() {
            if (position + 2 > answers.length) {
                position = 0;
            }
            if (answers.length < 2) {
                return answers;
            }
            int length = (answers[position] & 0xff) << 8 | (answers[position + 1] & 0xff);
            int from = position + 2;
            int to = Math.min(answers.length, from + length);
            position = to;
            return Arrays.copyOfRange(answers, from, to);
        }

        @Override
        public void setPort(int port) {}

        @Override
        public void setTCP(boolean flag) {}

        @Override
        public void setIgnoreTruncation(boolean flag) {}

        @Override
        public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

        @Override
        public void setTSIGKey(TSIG key) {}

        @Override
        public void setTimeout(Duration timeout) {}
    }

    static Stream<byte[]> answers() throws IOException {
        Name chat = Name.fromString("chat.acme.com.");
        Name zone = Name.fromString("acme.com.");
        Name server = Name.fromString("ns.acme.com.");
        Name target = Name.fromString(TARGET + ".");
        Record ns = new NSRecord(zone, DClass.IN, 60, server);
        Record none = new SOARecord(zone, DClass.IN, 60, server, server, 1, 2, 3, 4, 5);
        Record proof = new TXTRecord(Name.fromString(DomainProofs.nameOf(CHAT) + "."), DClass.IN, 60, "proof=0123");
        Record issuer = new CAARecord(zone, DClass.IN, 60, 0, "issue", "letsencrypt.org; a=b");
        return Stream.of(
                sequence(answer(ns), answer(a("ns.acme.com.")), answer(new CNAMERecord(chat, DClass.IN, 60, target))),
                sequence(answer(ns), answer(a("ns.acme.com.")), answer(), answer(a("chat.acme.com."))),
                sequence(answer(), answer(none), answer(proof), answer(issuer)),
                sequence(answer(Rcode.NXDOMAIN, none), answer(Rcode.SERVFAIL), answer(Rcode.REFUSED)),
                sequence(answer(ns), answer(proof), answer(new CNAMERecord(chat, DClass.IN, 60, chat))));
    }

    private static Record a(String name) throws UnknownHostException, IOException {
        return new ARecord(Name.fromString(name), DClass.IN, 60, InetAddress.getByAddress(new byte[] {9, 9, 9, 9}));
    }

    private static byte[] answer(Record... records) {
        return answer(Rcode.NOERROR, records);
    }

    /** The code, how many records there are, and the records. */
    private static byte[] answer(int rcode, Record... records) {
        Message message = new Message();
        message.getHeader().setFlag(Flags.QR);
        Arrays.stream(records).forEach(record -> message.addRecord(record, Section.ANSWER));
        byte[] wire = message.toWire();
        byte[] answer = new byte[COUNTS + wire.length - 12];
        answer[0] = (byte) rcode;
        answer[2] = (byte) records.length;
        System.arraycopy(wire, 12, answer, COUNTS, wire.length - 12);
        return answer;
    }

    private static byte[] sequence(byte[]... answers) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] answer : answers) {
            all.write(answer.length >> 8);
            all.write(answer.length);
            all.writeBytes(answer);
        }
        return all.toByteArray();
    }
}
