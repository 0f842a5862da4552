package io.rocketbots.onboarding.launch.domain;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.kernel.outbound.PublicAddresses;
import io.rocketbots.onboarding.launch.domain.Sighting.Cname;
import io.rocketbots.onboarding.launch.domain.Sighting.NoCname;
import io.rocketbots.onboarding.launch.domain.Sighting.NotAnswered;
import io.rocketbots.onboarding.launch.domain.Sighting.Proofs;
import io.rocketbots.onboarding.launch.domain.Sighting.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks the name servers of the zone itself, so that nobody's cache stands between a mended record and us; our resolver
 * only finds them, and is asked instead when none of them can be reached from here.
 */
@Component
public final class AuthoritativeLookup implements DnsLookup {

    private static final Logger LOG = LoggerFactory.getLogger(AuthoritativeLookup.class);
    private static final String RESOLVER = "our resolver";
    /** Enough to survive one dead server without making a check last for minutes. */
    private static final int MOST_SERVERS = 3;

    /** Of the servers that a zone names, that are looked for. */
    private static final int MOST_NAMES = 8;

    /** Of the records of one answer. */
    private static final int MOST_RECORDS = 50;

    private static final int LONGEST_CHAIN = 5;
    private static final int MOST_LABELS = 10;

    private final DnsSettings settings;
    private final Server resolver;
    private final Function<InetSocketAddress, Resolver> connections;

    @Autowired
    public AuthoritativeLookup(DnsSettings settings) {
        this(settings, SimpleResolver::new);
    }

    AuthoritativeLookup(DnsSettings settings, Function<InetSocketAddress, Resolver> connections) {
        this.settings = settings;
        this.connections = connections;
        this.resolver = new Server(RESOLVER, resolverAddress(settings.resolver()), true);
    }

    @Override
    public Sighting look(DomainName name, DomainName target) {
        Zone zone = zoneOf(name);
        if (zone.unknown() != null) {
            return sighting(name, target, zone, RESOLVER, zone.unknown());
        }
        if (zone.apex() == null) {
            Reply nothing = new NoCname(false, List.of(), List.of(), zone.rememberedFor(), null);
            return sighting(name, target, zone, RESOLVER, nothing);
        }
        Asked asked = askForCname(name, zone);
        Reply reply = switch (asked.answer()) {
            case Silence silence -> new NotAnswered(silence.why());
            case Answered answered -> reply(name, target, zone, asked.server(), answered.message());
        };
        if (reply instanceof NotAnswered) {
            return sighting(name, target, zone, asked.server().label(), reply);
        }
        OwnAddresses ours = OwnAddresses.UNKNOWN;
        if (reply instanceof NoCname nothing) {
            Optional<OwnAddresses> known = ownAddresses(target);
            if (known.isEmpty() && !nothing.addresses().isEmpty()) {
                // Without all of ours, one of ours would pass for somebody else's.
                return sighting(name, target, zone, RESOLVER, new NotAnswered(RESOLVER + " does not say where we are"));
            }
            ours = known.orElse(OwnAddresses.UNKNOWN);
        }
        List<String> issuers = certificateIssuers(name, target, reply);
        return new Sighting(
                name,
                target,
                zone.apex(),
                zone.nameServers(),
                asked.server().label(),
                reply,
                ours,
                issuers,
                proofs(name, zone.apex(), asked.server(), reply),
                null);
    }

    /** Whether our own resolver answers at all, be it with an error. */
    public boolean resolverAnswers() {
        return !(ask(resolver, ".", Type.NS) instanceof Silence silence) || silence.cause() == null;
    }

    private Proofs proofs(DomainName name, String apex, Server server, Reply reply) {
        String place = DomainProofs.nameOf(name);
        List<String> onTheName = reply instanceof NoCname nothing ? nothing.texts() : List.of();
        return new Proofs(texts(server, place), onTheName, texts(server, place + "." + apex));
    }

    private List<String> texts(Server server, String owner) {
        return ask(server, owner, Type.TXT) instanceof Answered(Message message)
                ? records(message, TXTRecord.class, owner).stream()
                        .map(text -> String.join("", text.getStrings()))
                        .toList()
                : List.of();
    }

    private static Sighting sighting(DomainName name, DomainName target, Zone zone, String asked, Reply reply) {
        return new Sighting(
                name,
                target,
                zone.apex(),
                zone.nameServers(),
                asked,
                reply,
                OwnAddresses.UNKNOWN,
                List.of(),
                Proofs.NONE,
                null);
    }

    /**
     * A zone as our resolver knows it.
     *
     * @param apex null when no zone was found
     * @param rememberedFor how long resolvers may remember that there is none
     * @param unknown set when the resolver could not find out
     */
    private record Zone(
            @Nullable String apex,
            List<String> nameServers,
            Duration rememberedFor,
            @Nullable NotAnswered unknown) {}

    /** Climbs from the name to the nearest name that has NS records, but not above what a registrar sells. */
    private Zone zoneOf(DomainName name) {
        List<String> labels = name.labels();
        int last = labels.size() - new DomainName(name.registrable()).labels().size();
        Duration remembered = Duration.ZERO;
        for (int from = Math.max(0, last - MOST_LABELS); from <= last; from++) {
            String candidate = String.join(".", labels.subList(from, labels.size()));
            switch (ask(resolver, candidate, Type.NS)) {
                case Silence silence -> {
                    failIfDown(silence);
                    return new Zone(
                            null,
                            List.of(),
                            Duration.ZERO,
                            new NotAnswered(silence.why() + " for the name servers of " + candidate));
                }
                case Answered answered -> {
                    List<String> servers = records(answered.message(), NSRecord.class, candidate).stream()
                            .map(record -> plain(record.getTarget()))
                            .sorted()
                            .toList();
                    if (!servers.isEmpty()) {
                        return new Zone(candidate, servers, Duration.ZERO, null);
                    }
                    remembered = rememberedFor(answered.message());
                }
            }
        }
        return new Zone(null, List.of(), remembered, null);
    }

    private record Asked(Server server, Result answer) {}

    private Asked askForCname(DomainName name, Zone zone) {
        List<String> silent = new ArrayList<>();
        for (Server server : serversOf(zone)) {
            Result result = ask(server, name.value(), Type.CNAME);
            if (result instanceof Answered) {
                return new Asked(server, result);
            }
            silent.add(((Silence) result).why());
        }
        Result fromResolver = ask(resolver, name.value(), Type.CNAME);
        if (fromResolver instanceof Silence silence) {
            failIfDown(silence);
            String why = silent.isEmpty() ? silence.why() : String.join("; ", silent);
            return new Asked(
                    new Server(String.join(", ", zone.nameServers()), resolver.address(), true),
                    new Silence(why, silence.cause()));
        }
        return new Asked(resolver, fromResolver);
    }

    /** The first name servers that have an address we may ask; IPv4 first, since many machines have no IPv6. */
    private List<Server> serversOf(Zone zone) {
        List<Server> servers = new ArrayList<>();
        // A zone may name any number of servers, each of which costs two questions.
        for (String host : zone.nameServers().stream().limit(MOST_NAMES).toList()) {
            Stream.of(Type.A, Type.AAAA)
                    .flatMap(type -> addresses(ask(resolver, host, type)).stream())
                    .filter(this::mayBeAsked)
                    .findFirst()
                    .map(address -> new InetSocketAddress(address, settings.authoritativePort()))
                    .ifPresent(address -> servers.add(new Server(host, address, false)));
            if (servers.size() == MOST_SERVERS) {
                break;
            }
        }
        return servers;
    }

    private boolean mayBeAsked(InetAddress address) {
        return settings.privateServers() || PublicAddresses.contain(address);
    }

    private Reply reply(DomainName name, DomainName target, Zone zone, Server server, Message answer) {
        List<CNAMERecord> cnames = records(answer, CNAMERecord.class, name.value());
        if (!cnames.isEmpty()) {
            return new Cname(chain(plain(cnames.getFirst().getTarget()), target));
        }
        boolean nameExists = answer.getRcode() != Rcode.NXDOMAIN;
        List<InetAddress> addresses = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        if (nameExists) {
            addresses.addAll(addresses(ask(server, name.value(), Type.A)));
            addresses.addAll(addresses(ask(server, name.value(), Type.AAAA)));
            texts.addAll(texts(server, name.value()));
        }
        String doubled = name + "." + Objects.requireNonNull(zone.apex());
        boolean isDoubled = addresses.isEmpty()
                && ask(server, doubled, Type.CNAME) instanceof Answered(Message message)
                && records(message, CNAMERecord.class, doubled).stream()
                        .anyMatch(record -> plain(record.getTarget()).startsWith(target.value()));
        return new NoCname(nameExists, addresses, texts, rememberedFor(answer), isDoubled ? doubled : null);
    }

    /** What the first target leads to in turn; a record that reaches us over another name of the customer is fine. */
    private List<String> chain(String first, DomainName target) {
        List<String> chain = new ArrayList<>(List.of(first));
        Set<String> seen = new HashSet<>(chain);
        while (!chain.contains(target.value()) && chain.size() < LONGEST_CHAIN) {
            String last = chain.getLast();
            List<CNAMERecord> next = ask(resolver, last, Type.CNAME) instanceof Answered(Message message)
                    ? records(message, CNAMERecord.class, last)
                    : List.of();
            if (next.isEmpty() || !seen.add(plain(next.getFirst().getTarget()))) {
                break;
            }
            chain.add(plain(next.getFirst().getTarget()));
        }
        return chain;
    }

    /**
     * Those the target resolves to and those that are ours besides; the latter are to be set, where there are any. Empty
     * when they could not be found out and nobody has said them.
     */
    private Optional<OwnAddresses> ownAddresses(DomainName target) {
        List<InetAddress> configured =
                settings.ownAddresses().stream().map(InetAddresses::forString).toList();
        List<Result> answers = Stream.of(Type.A, Type.AAAA)
                .map(type -> askTwice(resolver, target.value(), type))
                .toList();
        if (configured.isEmpty() && answers.stream().anyMatch(Silence.class::isInstance)) {
            return Optional.empty();
        }
        List<InetAddress> resolved =
                answers.stream().flatMap(answer -> addresses(answer).stream()).toList();
        return Optional.of(new OwnAddresses(
                Stream.concat(configured.stream(), resolved.stream()).distinct().toList(),
                configured.isEmpty() ? resolved : configured,
                List.of()));
    }

    /**
     * The issuers that CAA records allow: those of the nearest name upwards that has any (<a
     * href="https://www.rfc-editor.org/rfc/rfc8659#section-3">RFC 8659</a>). A CNAME's own name has no CAA records; its
     * target's count.
     */
    private List<String> certificateIssuers(DomainName name, DomainName target, Reply reply) {
        List<String> candidates = new ArrayList<>();
        if (reply instanceof Cname) {
            candidates.add(target.value());
        }
        List<String> labels = name.labels();
        int last = labels.size() - new DomainName(name.registrable()).labels().size();
        for (int from = Math.max(reply instanceof Cname ? 1 : 0, last - MOST_LABELS); from <= last; from++) {
            candidates.add(String.join(".", labels.subList(from, labels.size())));
        }
        for (String candidate : candidates) {
            if (ask(resolver, candidate, Type.CAA) instanceof Answered(Message message)) {
                List<CAARecord> found = records(message, CAARecord.class, candidate);
                if (!found.isEmpty()) {
                    return found.stream()
                            .filter(record -> record.getTag().equals("issue"))
                            .map(record -> issuer(record.getValue()))
                            .map(issuer -> issuer.isEmpty() ? "nobody" : issuer)
                            .distinct()
                            .toList();
                }
            }
        }
        return List.of();
    }

    /** What stands before the parameters. */
    private static String issuer(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip();
    }

    /** A name server with the name that the list of checks shows. */
    private record Server(String label, InetSocketAddress address, boolean recursive) {}

    private sealed interface Result {}

    private record Answered(Message message) implements Result {}

    private record Silence(String why, @Nullable IOException cause) implements Result {}

    /** A packet may get lost; where much follows from the answer, it is asked for again. */
    private Result askTwice(Server server, String name, int type) {
        Result first = ask(server, name, type);
        return first instanceof Silence ? ask(server, name, type) : first;
    }

    private Result ask(Server server, String name, int type) {
        try {
            Resolver connection = connections.apply(server.address());
            connection.setTimeout(settings.timeout());
            Message question = Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN));
            if (!server.recursive()) {
                question.getHeader().unsetFlag(Flags.RD);
            }
            Message answer = connection.send(question);
            return switch (answer.getRcode()) {
                case Rcode.NOERROR, Rcode.NXDOMAIN -> new Answered(answer);
                case Rcode.SERVFAIL -> new Silence(server.label() + " reports a failure (SERVFAIL)", null);
                default ->
                    new Silence(server.label() + " refuses to answer (" + Rcode.string(answer.getRcode()) + ")", null);
            };
        } catch (TextParseException e) {
            return new Silence("\"" + name + "\" is too long for DNS", null);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Nobody waits for an answer any more.");
            }
            LOG.debug("{} did not answer the question for {} {}.", server, name, Type.string(type), e);
            return new Silence(
                    server.label() + " gives no answer within "
                            + settings.timeout().toSeconds() + " s",
                    e);
        }
    }

    /** A resolver that is silent about one zone may only be waiting for it; one that is silent about the root is down. */
    private void failIfDown(Silence silence) {
        if (silence.cause() != null && !resolverAnswers()) {
            throw new ResolverDown(String.valueOf(resolver.address()), silence.cause());
        }
    }

    private static List<InetAddress> addresses(Result result) {
        if (!(result instanceof Answered(Message message))) {
            return List.of();
        }
        return message.getSection(Section.ANSWER).stream()
                .map(record -> switch (record) {
                    case ARecord a -> a.getAddress();
                    case AAAARecord aaaa -> aaaa.getAddress();
                    default -> null;
                })
                .filter(Objects::nonNull)
                .limit(MOST_RECORDS)
                .toList();
    }

    private static <R extends Record> List<R> records(Message message, Class<R> type, String owner) {
        return message.getSection(Section.ANSWER).stream()
                .filter(type::isInstance)
                .filter(record -> plain(record.getName()).equals(owner))
                .map(type::cast)
                .limit(MOST_RECORDS)
                .toList();
    }

    /** How long "there is none" may be remembered: <a href="https://www.rfc-editor.org/rfc/rfc2308#section-5">RFC 2308</a>. */
    private static Duration rememberedFor(Message answer) {
        return answer.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst()
                .map(soa -> Duration.ofSeconds(Math.min(soa.getTTL(), soa.getMinimum())))
                .orElse(Duration.ZERO);
    }

    private static String plain(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    private static InetSocketAddress resolverAddress(String configured) {
        if (configured.isBlank()) {
            return ResolverConfig.getCurrentConfig().server();
        }
        HostAndPort address = HostAndPort.fromString(configured).withDefaultPort(SimpleResolver.DEFAULT_PORT);
        return new InetSocketAddress(address.getHost(), address.getPort());
    }
}
