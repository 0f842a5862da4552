package io.rocketbots.onboarding.local.dns;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * All of DNS, as far as local mode goes: resolver and name server of every zone in one. Each name that could be
 * registered is a zone of its own and holds the records edited on the page; our own target zone leads to this machine.
 */
@Component
@Profile("local")
final class LocalZones implements Function<Message, Optional<Message>> {

    static final String NAME_SERVER = "ns1.dns-provider.localhost";

    private static final long TTL = 60;
    private static final int LONGEST_CHAIN = 8;

    private final LocalRecords records;
    private final String targetZone;

    LocalZones(LocalRecords records, DomainTerms terms) {
        this.records = records;
        this.targetZone = terms.rules().targetZone();
    }

    @Override
    public Optional<Message> apply(Message query) {
        Message answer = new Message(query.getHeader().getID());
        Header header = answer.getHeader();
        header.setOpcode(query.getHeader().getOpcode());
        header.setFlag(Flags.QR);
        header.setFlag(Flags.RA);
        if (query.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        Record question = query.getQuestion();
        if (question == null) {
            header.setRcode(Rcode.FORMERR);
        } else if (query.getHeader().getOpcode() != Opcode.QUERY) {
            header.setRcode(Rcode.NOTIMP);
        } else {
            answer.addRecord(question, Section.QUESTION);
            if (question.getDClass() == DClass.IN) {
                header.setFlag(Flags.AA);
                header.setRcode(answer(question.getName(), question.getType(), answer));
            } else {
                header.setRcode(Rcode.REFUSED);
            }
        }
        return Optional.of(answer);
    }

    /** Follows CNAME records, as a resolver does, and returns the code of the last answer. */
    private int answer(Name name, int type, Message answer) {
        Name current = name;
        int code = Rcode.NOERROR;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            String plain =
                    current.equals(Name.root) ? "" : current.toString(true).toLowerCase(Locale.ROOT);
            List<Record> found = found(current, plain);
            List<Record> fitting = found.stream()
                    .filter(record -> record.getType() == type || type == Type.ANY)
                    .toList();
            Optional<Record> alias = found.stream()
                    .filter(record -> record.getType() == Type.CNAME)
                    .findFirst();
            if (fitting.isEmpty() && alias.isPresent()) {
                answer.addRecord(alias.get(), Section.ANSWER);
                current = ((CNAMERecord) alias.get()).getTarget();
                continue;
            }
            fitting.forEach(record -> answer.addRecord(record, Section.ANSWER));
            if (fitting.isEmpty()) {
                answer.addRecord(authority(zoneOf(plain)), Section.AUTHORITY);
                code = found.isEmpty() && !exists(plain) ? Rcode.NXDOMAIN : Rcode.NOERROR;
            }
            break;
        }
        return code;
    }

    private List<Record> found(Name name, String plain) {
        if (isOurs(plain)) {
            List<Record> addresses = List.of(
                    new ARecord(name, DClass.IN, TTL, InetAddresses.forString("127.0.0.1")),
                    new AAAARecord(name, DClass.IN, TTL, InetAddresses.forString("::1")));
            return plain.equals(targetZone) ? plus(addresses, top(name, plain)) : addresses;
        }
        if (plain.equals(NAME_SERVER)) {
            return List.of(new ARecord(name, DClass.IN, TTL, InetAddresses.forString("127.0.0.1")));
        }
        List<Record> edited =
                records.at(plain).stream().map(LocalZones::onTheWire).toList();
        return plain.equals(zoneOf(plain)) ? plus(edited, top(name, plain)) : edited;
    }

    /** What stands at the top of every zone. */
    private static List<Record> top(Name zone, String plain) {
        return List.of(new NSRecord(zone, DClass.IN, TTL, name(NAME_SERVER)), authority(plain));
    }

    private boolean exists(String plain) {
        return plain.equals(zoneOf(plain)) || isOurs(plain) || records.anyBelow(plain);
    }

    private boolean isOurs(String plain) {
        return plain.equals(targetZone) || plain.endsWith("." + targetZone);
    }

    /** The name of the zone that answers for a name; the root (empty) for what nobody could register. */
    private String zoneOf(String plain) {
        if (isOurs(plain)) {
            return targetZone;
        }
        String host = DomainName.hostOf(plain);
        boolean registrable = host.contains(".")
                && InternetDomainName.isValid(host)
                && !InternetDomainName.from(host).isRegistrySuffix();
        return registrable ? DomainName.registrableOf(host) : "";
    }

    /** Whoever asks may remember for {@link #TTL} seconds that there was nothing. */
    private static Record authority(String zone) {
        return new SOARecord(
                name(zone),
                DClass.IN,
                TTL,
                name(NAME_SERVER),
                name("hostmaster." + NAME_SERVER),
                1,
                3600,
                600,
                86400,
                TTL);
    }

    private static Record onTheWire(LocalRecord record) {
        try {
            return record.onTheWire();
        } catch (IOException e) {
            throw new UncheckedIOException("Record " + record.id() + " was saved although it is not readable.", e);
        }
    }

    private static List<Record> plus(List<Record> some, List<Record> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Name name(String plain) {
        try {
            return Name.fromString(plain + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("\"" + plain + "\" is no name.", e);
        }
    }
}
