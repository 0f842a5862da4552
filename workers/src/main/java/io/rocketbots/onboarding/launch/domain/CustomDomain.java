package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
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
 * @param watch where it stands in being watched once it is live
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
        @Embedded.Empty(prefix = "watch_") DomainWatch watch,
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
                DomainWatch.NOT_STARTED,
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

    /** Whether somebody looks at its record, so that a look can be asked for. */
    public boolean isLookedFor() {
        return switch (state) {
            case WAITING -> true;
            case LIVE, BROKEN, SUSPENDED -> watch.instanceKey() != null;
            case VERIFIED, REDIRECTING, RELEASED -> false;
        };
    }

    /** Somebody wants a check now; the intervals are short again. */
    public CustomDomain requestCheck(Instant now) {
        if (!isLookedFor()) {
            throw new IllegalStateException(
                    "Domain %s is %s and nobody looks at its record.".formatted(id.value(), state));
        }
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

    /** Whether that process instance may watch it: the first one that comes. */
    public boolean mayBeWatchedBy(long processInstance) {
        return watch.isFreeFor(processInstance);
    }

    /** That process instance looks at it from now on, at that moment for the first time. */
    public CustomDomain watchedBy(long processInstance, Instant next) {
        return with(name, cname.checked(next)).with(watch.by(processInstance));
    }

    /** It was looked at while live, broken or suspended. */
    public CustomDomain watched(Instant next) {
        return with(name, cname.checked(next));
    }

    /** Its record leads elsewhere; the platform still answers there until that moment. */
    public CustomDomain breakDown(Instant now, Instant suspendAt) {
        return become(DomainState.BROKEN).with(watch.broken(now, suspendAt));
    }

    /** It led elsewhere for too long: the platform does not answer there, the name stays reserved. */
    public CustomDomain suspend() {
        return become(DomainState.SUSPENDED);
    }

    /** Its record leads to the platform again. */
    public CustomDomain repair() {
        return become(DomainState.LIVE).with(watch.healthy());
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
        return copy(next, name, currentOf, pendingOf, cname, liveAt, watch, replaced, releasedAt);
    }

    private CustomDomain with(DomainWatch watching) {
        return copy(state, name, currentOf, pendingOf, cname, liveAt, watching, replaced, releasedAt);
    }

    private CustomDomain with(String nextName, CnameWait wait) {
        return copy(state, nextName, currentOf, pendingOf, wait, liveAt, watch, replaced, releasedAt);
    }

    private CustomDomain with(
            @Nullable UUID current,
            @Nullable UUID pending,
            @Nullable Instant live,
            @Nullable Replaced replacement,
            @Nullable Instant released) {
        return copy(state, name, current, pending, cname, live, watch, replacement, released);
    }

    private CustomDomain copy(
            DomainState next,
            String nextName,
            @Nullable UUID current,
            @Nullable UUID pending,
            CnameWait wait,
            @Nullable Instant live,
            DomainWatch watching,
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
                watching,
                replacement,
                released);
    }
}
