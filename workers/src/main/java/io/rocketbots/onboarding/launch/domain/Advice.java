package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.launch.domain.Diagnosis.Actor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Diagnosis} in plain words, the same on the page and in mails: what we saw, and what to do about it. Nothing
 * here names the supplier, since it is read on the reseller's own domain too.
 *
 * @param what one sentence on what stands in DNS now
 * @param toDo what the one whose turn it is does next
 * @param actor whose turn it is
 */
public record Advice(String what, String toDo, Actor actor) {

    /** The words for that domain and its target. */
    public static Advice on(Diagnosis diagnosis, DomainName name, DomainName target) {
        String zone = diagnosis.zone() == null ? name.registrable() : diagnosis.zone();
        String host = name.relativeTo(zone);
        String seen = String.join(", ", diagnosis.seen());
        return switch (diagnosis.kind()) {
            case FOUND ->
                advice(diagnosis, "The CNAME record of " + name + " leads to " + target + ".", "Nothing more to do.");
            case FOUND_BY_ADDRESS ->
                advice(diagnosis, name + " leads to our address (" + seen + ").", "Nothing more to do.");
            case FOUND_BY_PROXY ->
                advice(
                        diagnosis,
                        name + " leads to a proxy (" + seen + "), and requests come through it to us.",
                        "Nothing more to do.");
            case NOT_FOUND ->
                advice(
                        diagnosis,
                        "There is no record for " + name + " yet.",
                        "Add the CNAME record at your DNS provider. If you have just added it, wait a little: we ask the"
                                + " name servers of " + zone + " themselves and see it as soon as they have it."
                                + remembered(diagnosis.rememberedFor()));
            case NO_ZONE ->
                advice(
                        diagnosis,
                        "No name servers are responsible for " + name.registrable() + ".",
                        "Check the spelling of the domain, that it is registered and paid for, and that name servers are"
                                + " set at the registrar.");
            case WRONG_TARGET ->
                advice(
                        diagnosis,
                        "The CNAME record of " + name + " leads to " + seen + " instead of " + target + ".",
                        "Change the value of this record to " + target + ".");
            case TARGET_DOUBLED ->
                advice(
                        diagnosis,
                        "The CNAME record leads to " + seen
                                + ": your provider has put your own domain behind the value.",
                        "Enter the value with a dot at its end: " + target
                                + ". (with the final dot), or choose \"full name\"" + " if your provider offers it.");
            case NAME_DOUBLED ->
                advice(
                        diagnosis,
                        "The record stands at " + seen
                                + ": your provider has put the domain behind the name once more.",
                        "Enter only " + host + " as the name of the record.");
            case ADDRESS_IN_THE_WAY ->
                advice(
                        diagnosis,
                        name + " has address records of its own: " + seen
                                + ". A CNAME record cannot stand beside them.",
                        "Remove these A and AAAA records, then add the CNAME record.");
            case PROXIED ->
                advice(
                        diagnosis,
                        name + " leads to a proxy (" + seen + ") that hides the CNAME record.",
                        "Easiest: switch the proxy off for this record. At Cloudflare: click the orange cloud in the row"
                                + " of the record until it is grey, \"DNS only\". If the proxy is to stay, two things are"
                                + " still missing: the TXT record " + DomainProofs.nameOf(name)
                                + ", which shows that the domain is yours, and that the proxy passes requests on to "
                                + target + ".");
            case PROXY_UNPROVED ->
                advice(
                        diagnosis,
                        name + " leads to a proxy (" + seen
                                + "), and requests come through it to us. What is missing is"
                                + " the TXT record that shows that the domain is yours.",
                        "Add the TXT record " + DomainProofs.nameOf(name)
                                + " and keep it, or switch the proxy off. If the proxy stays, set its encryption to us to"
                                + " \"Full (strict)\": with \"Flexible\" browsers end in a circle.");
            case PROXY_ASTRAY ->
                advice(
                        diagnosis,
                        name + " leads to a proxy that does not pass requests on to us: when we ask there, we get "
                                + seen + ".",
                        "At the proxy, let the record of " + name + " lead to " + target
                                + ", and switch off redirects, rules and access controls for this name. Or switch the"
                                + " proxy off (\"DNS only\").");
            case PROXY_FAILS ->
                advice(
                        diagnosis,
                        name + " leads to a proxy that cannot pass requests on to us: when we ask there, we get " + seen
                                + ".",
                        "At the proxy, let the record of " + name + " lead to " + target
                                + ". Until your platform is live there, it must also let requests without HTTPS through,"
                                + " since there is no certificate yet (at Cloudflare: switch \"Always Use HTTPS\" off), or"
                                + " be switched off (\"DNS only\"). We try again by ourselves.");
            case FLATTENED ->
                advice(
                        diagnosis,
                        name + " leads to our address (" + seen
                                + "), but there is no CNAME record to be seen: your provider flattens it, or it was set"
                                + " as A, ALIAS or ANAME.",
                        "An address alone does not show that the domain is yours. Add the TXT record "
                                + DomainProofs.nameOf(name) + " and keep it"
                                + (isTop(name, zone)
                                        ? "."
                                        : ", or set a plain CNAME record to " + target + " instead."));
            case APEX ->
                advice(
                        diagnosis,
                        name + " is the top of its zone, where DNS allows no CNAME record."
                                + (seen.isEmpty() ? "" : " It leads to " + seen + ", which is not ours."),
                        "Easiest is a name below it, such as chat." + name + ", with Change Domain. If it must be this"
                                + " one, set the records shown here"
                                + (seen.isEmpty() ? "." : " and remove the other A and AAAA records."));
            case CONFLICTING_ADDRESSES ->
                advice(
                        diagnosis,
                        name + " leads to our address, but also to " + seen
                                + ", which is not ours. Some of your customers would end up there.",
                        "Remove what is not ours: " + seen + ". Keep the other one.");
            case ADDRESS_OUTDATED ->
                advice(
                        diagnosis,
                        name + " leads to " + seen + ", where your platform has moved away from.",
                        "Set the A and AAAA records shown here instead, and remove the old ones. Where your provider offers"
                                + " ALIAS, ANAME or flattening, one such record to " + target
                                + " follows by itself from then on.");
            case PROOF_MISSING ->
                advice(
                        diagnosis,
                        "The CNAME record is right. " + name + " was in use here before, so we also look for the TXT"
                                + " record " + DomainProofs.nameOf(name) + ", which is not there yet.",
                        "Add the TXT record. It shows that the domain is yours now.");
            case PROOF_INCOMPLETE ->
                advice(
                        diagnosis,
                        "The TXT record " + DomainProofs.nameOf(name) + " is incomplete: it says \"" + seen + "\".",
                        "Copy the whole value again, with the copy button.");
            case PROOF_WRONG ->
                advice(
                        diagnosis,
                        "The TXT record " + DomainProofs.nameOf(name) + " says something else: \"" + seen + "\".",
                        "Change its value to the one given here. It may be left over from an earlier time.");
            case PROOF_ON_THE_NAME ->
                advice(
                        diagnosis,
                        "The TXT record stands at " + name + " itself.",
                        "Move it to " + DomainProofs.nameOf(name) + ".");
            case PROOF_NAME_DOUBLED ->
                advice(
                        diagnosis,
                        "The TXT record stands at " + seen + ": your provider has put the domain behind the name once"
                                + " more.",
                        "Enter only " + withoutZone(DomainProofs.nameOf(name), zone)
                                + " as the name of the TXT record.");
            case CONFLICTING_TXT ->
                advice(
                        diagnosis,
                        "There is a TXT record at " + name + " (\"" + seen
                                + "\"). A CNAME record cannot stand beside it.",
                        "Remove this TXT record or move it to another name, then add the CNAME record.");
            case CERTIFICATE_FORBIDDEN ->
                advice(
                        diagnosis,
                        "The CAA records of your domain allow certificates only from " + seen + ".",
                        "Add the CAA record 0 issue \"letsencrypt.org\", otherwise browsers cannot open " + name
                                + " securely.");
            case TAKEN ->
                advice(
                        diagnosis,
                        name + " is already in use by another account.",
                        "Choose another name with Change Domain. If the domain is yours, please answer one of our mails:"
                                + " we sort it out.");
            case COULD_NOT_ASK ->
                advice(
                        diagnosis,
                        "We could not ask the name servers of " + zone + ": " + seen + ".",
                        "This says nothing about your record. We try again by ourselves; if it lasts for more than an"
                                + " hour, ask your DNS provider whether its name servers work.");
        };
    }

    private static String withoutZone(String name, String zone) {
        return name.endsWith("." + zone) ? name.substring(0, name.length() - zone.length() - 1) : name;
    }

    private static boolean isTop(DomainName name, String zone) {
        return name.value().equals(zone);
    }

    private static Advice advice(Diagnosis diagnosis, String what, String toDo) {
        return new Advice(what, toDo, diagnosis.kind().actor());
    }

    private static String remembered(@Nullable Duration duration) {
        return duration == null || duration.isZero()
                ? ""
                : " Others may remember for up to " + inWords(duration) + " that there was none.";
    }

    private static String inWords(Duration duration) {
        if (duration.compareTo(Duration.ofHours(2)) >= 0) {
            return duration.plusMinutes(59).toHours() + " hours";
        }
        return duration.compareTo(Duration.ofMinutes(2)) >= 0
                ? duration.plusSeconds(59).toMinutes() + " minutes"
                : duration.toSeconds() + " seconds";
    }
}
