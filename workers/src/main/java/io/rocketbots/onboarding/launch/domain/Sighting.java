package io.rocketbots.onboarding.launch.domain;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What DNS said about a domain at one moment.
 *
 * @param name the domain asked about
 * @param target where its CNAME record should lead
 * @param zone the zone the domain lies in, null when no zone was found
 * @param nameServers the zone's name servers
 * @param asked who gave the reply, in words for the list of checks
 * @param ours the addresses of ours that it may lead to instead of a CNAME record
 * @param proofs the TXT records that prove a name, right or wrong
 * @param certificateIssuers the only certificate authorities that the domain's CAA records allow; empty when there are
 *     no such records
 * @param arrival whether requests arrive here although an address is not ours; null when there was no need to ask
 */
public record Sighting(
        DomainName name,
        DomainName target,
        @Nullable String zone,
        List<String> nameServers,
        String asked,
        Reply reply,
        OwnAddresses ours,
        List<String> certificateIssuers,
        Proofs proofs,
        @Nullable Arrival arrival) {

    /**
     * TXT records found where the proof should stand, and where people put it by mistake.
     *
     * @param inPlace those at {@link DomainProofs#nameOf}
     * @param onTheName those at the domain itself
     * @param doubled those at a name that ends in the zone twice
     */
    public record Proofs(List<String> inPlace, List<String> onTheName, List<String> doubled) {
        static final Proofs NONE = new Proofs(List.of(), List.of(), List.of());
    }

    /** What is known when nobody has said enough in that time. */
    static Sighting late(CustomDomain domain, Duration deadline) {
        return new Sighting(
                domain.domainName(),
                domain.targetName(),
                null,
                List.of(),
                "the name servers",
                new NotAnswered("there is no complete answer within " + deadline.toSeconds() + " s"),
                OwnAddresses.UNKNOWN,
                List.of(),
                Proofs.NONE,
                null);
    }

    /** The addresses of the domain that are not ours. */
    List<InetAddress> foreignAddresses() {
        return reply instanceof NoCname nothing
                ? nothing.addresses().stream()
                        .filter(address -> !ours.recognised().contains(address))
                        .toList()
                : List.of();
    }

    /** The same, knowing more about our addresses. */
    Sighting knowing(OwnAddresses addresses) {
        return new Sighting(
                name, target, zone, nameServers, asked, reply, addresses, certificateIssuers, proofs, arrival);
    }

    /** The same, after asking whether requests arrive here. */
    Sighting with(Arrival came) {
        return new Sighting(name, target, zone, nameServers, asked, reply, ours, certificateIssuers, proofs, came);
    }

    /** What was answered, for the list of checks; that nothing came from an ordinary address is not worth a word. */
    public String answered() {
        return arrival == null
                        || (arrival.outcome() == Arrival.Outcome.NONE
                                && foreignAddresses().stream().noneMatch(ProxyRanges::contain))
                ? reply.inShort()
                : reply.inShort() + "; asked over HTTP: " + arrival.inShort();
    }

    /** What was answered to the question for the CNAME record. */
    public sealed interface Reply {

        /** In the words of DNS, for the list of checks. */
        String inShort();
    }

    /** Nobody could be asked; says nothing about the record. */
    public record NotAnswered(String why) implements Reply {
        @Override
        public String inShort() {
            return why;
        }
    }

    /**
     * There is a CNAME record.
     *
     * @param chain what it leads to, and what that leads to; without final dots, lower case
     */
    public record Cname(List<String> chain) implements Reply {
        @Override
        public String inShort() {
            return "CNAME " + String.join(" → ", chain);
        }
    }

    /**
     * There is no CNAME record.
     *
     * @param nameExists whether there are other records of that name (or names below it)
     * @param addresses A and AAAA records of that name
     * @param texts TXT records of that name
     * @param rememberedFor how long resolvers may remember that there is none (the SOA record's word)
     * @param doubledName a name that ends in the zone twice and leads to our target, when there is one
     */
    public record NoCname(
            boolean nameExists,
            List<InetAddress> addresses,
            List<String> texts,
            Duration rememberedFor,
            @Nullable String doubledName)
            implements Reply {
        @Override
        public String inShort() {
            if (!nameExists) {
                return "no such name";
            }
            String others = Stream.concat(
                            addresses.stream().map(RecordToSet::inShort),
                            texts.stream().map(text -> "TXT \"" + text + "\""))
                    .collect(Collectors.joining(", "));
            return others.isEmpty() ? "no CNAME record" : "no CNAME record, but " + others;
        }
    }
}
