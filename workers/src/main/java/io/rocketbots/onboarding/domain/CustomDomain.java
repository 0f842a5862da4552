package io.rocketbots.onboarding.domain;

import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.reseller.Reseller;
import io.rocketbots.onboarding.reseller.ResellerId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A domain a reseller wants its platform on, from asking for it to its release. While it waits, the reseller may choose
 * another name for it; the id stays, since the process waits with it. Once it is live, another name is another domain,
 * pending until it takes the place of this one.
 *
 * @param applicationId the case it belongs to
 * @param name in the form of {@link DomainName}
 * @param target where its CNAME record must lead
 * @param verifiedDomain the name once it is proved, null before: unique, so that a name is claimed by proving it and not
 *     by asking for it
 * @param currentOf the reseller while this is its present domain: unique, one a reseller
 * @param pendingOf the reseller while this is set up to take the place of its present one: unique, one a reseller
 * @param cname where it stands in looking for the record
 * @param replaced what took its place, once something has
 */
public record CustomDomain(
        @Id DomainId id,
        @Version int version,
        ResellerId resellerId,
        ApplicationId applicationId,
        String name,
        String target,
        DomainState state,
        @Nullable String verifiedDomain,
        @Nullable UUID currentOf,
        @Nullable UUID pendingOf,
        Instant requestedAt,
        @Embedded.Empty(prefix = "cname_") CnameWait cname,
        @Nullable Instant liveAt,
        @Embedded.Nullable(prefix = "replaced_") @Nullable Replaced replaced,
        @Nullable Instant releasedAt) {

    /**
     * The domain that a platform moved to.
     *
     * @param until how long the former name leads there
     */
    public record Replaced(UUID by, Instant until) {}

    /** A reseller asks for a name, and has none yet. */
    public static CustomDomain request(Reseller reseller, DomainName name, DomainName target, Instant now) {
        return request(reseller, name, target, reseller.id().value(), null, now);
    }

    /** A reseller whose platform is live asks for another name. */
    public static CustomDomain requestChange(Reseller reseller, DomainName name, DomainName target, Instant now) {
        return request(reseller, name, target, null, reseller.id().value(), now);
    }

    private static CustomDomain request(
            Reseller reseller,
            DomainName name,
            DomainName target,
            @Nullable UUID currentOf,
            @Nullable UUID pendingOf,
            Instant now) {
        return new CustomDomain(
                new DomainId(UUID.randomUUID()),
                0,
                reseller.id(),
                reseller.applicationId(),
                name.value(),
                target.value(),
                DomainState.WAITING,
                null,
                currentOf,
                pendingOf,
                now,
                CnameWait.NOT_STARTED,
                null,
                null,
                null);
    }

    public DomainName domainName() {
        return new DomainName(name);
    }

    public DomainName targetName() {
        return new DomainName(target);
    }

    /** Whether it is set up to take the place of the reseller's present domain. */
    public boolean isPending() {
        return pendingOf != null;
    }

    /**
     * Whose messages to the engine must not overtake each other: in the onboarding those of the case, which starts the
     * set-up; later the domain's own.
     */
    public UUID messageOrder() {
        return state.isChangeable() && !isPending() ? applicationId.value() : id.value();
    }

    /** The reseller chose another name before this one was live; looking for it starts anew. */
    public CustomDomain changeTo(DomainName other) {
        return become(DomainState.WAITING).with(other.value(), CnameWait.NOT_STARTED);
    }

    /** The process begins to wait for the record, with short intervals. A repetition of the same job changes nothing. */
    public CustomDomain startSetup(long occasion, Duration help, Instant now) {
        return cname.isStartedBy(occasion)
                ? this
                : become(DomainState.WAITING).with(name, cname.start(occasion, help, now));
    }

    /** Whether it waited in vain for as long as it may: the team helps, and nobody looks for the record meanwhile. */
    public boolean needsHelp(Instant now) {
        return state == DomainState.WAITING && cname.isOver(now);
    }

    /** Somebody wants a check now; the intervals are short again. */
    public CustomDomain requestCheck(Instant now) {
        mustBeWaiting();
        return with(name, cname.restart(now));
    }

    /** The record was looked for in vain. */
    public CustomDomain missed(Instant next) {
        mustBeWaiting();
        return with(name, cname.checked(next));
    }

    /** The record was found: from now on the name is this reseller's. */
    public CustomDomain verify() {
        return become(DomainState.VERIFIED).with(name, cname.checked(null));
    }

    /** The platform answers there, and the reseller has no other present domain. */
    public CustomDomain activate(Instant now) {
        return become(DomainState.LIVE).with(resellerId.value(), null, now, replaced, null);
    }

    /** The platform answers on another domain, to which this one leads for a while. */
    public CustomDomain replaceBy(DomainId other, Instant until) {
        return become(DomainState.REDIRECTING).with(null, null, liveAt, new Replaced(other.value(), until), null);
    }

    /** Given up; the name is free for others, and the reseller for another name. */
    public CustomDomain release(Instant now) {
        return become(DomainState.RELEASED).with(name, cname.checked(null)).with(null, null, liveAt, replaced, now);
    }

    private void mustBeWaiting() {
        if (state != DomainState.WAITING) {
            throw new IllegalStateException(
                    "Domain %s is %s and its record is not looked for.".formatted(id.value(), state));
        }
    }

    private CustomDomain become(DomainState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("Domain %s is %s and cannot become %s.".formatted(id.value(), state, next));
        }
        return copy(next, name, currentOf, pendingOf, cname, liveAt, replaced, releasedAt);
    }

    private CustomDomain with(String nextName, CnameWait wait) {
        return copy(state, nextName, currentOf, pendingOf, wait, liveAt, replaced, releasedAt);
    }

    private CustomDomain with(
            @Nullable UUID current,
            @Nullable UUID pending,
            @Nullable Instant live,
            @Nullable Replaced replacement,
            @Nullable Instant released) {
        return copy(state, name, current, pending, cname, live, replacement, released);
    }

    private CustomDomain copy(
            DomainState next,
            String nextName,
            @Nullable UUID current,
            @Nullable UUID pending,
            CnameWait wait,
            @Nullable Instant live,
            @Nullable Replaced replacement,
            @Nullable Instant released) {
        return new CustomDomain(
                id,
                version,
                resellerId,
                applicationId,
                nextName,
                target,
                next,
                next.isProved() ? nextName : null,
                current,
                pending,
                requestedAt,
                wait,
                live,
                replacement,
                released);
    }
}
