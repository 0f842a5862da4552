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
 * The domain a reseller wants its platform on, from asking for it to its release. While it waits, the reseller may
 * choose another name for it; the id stays, since the process waits with it.
 *
 * @param applicationId the case it belongs to
 * @param name in the form of {@link DomainName}
 * @param target where its CNAME record must lead
 * @param verifiedDomain the name once it is proved, null before: unique, so that a name is claimed by proving it and not
 *     by asking for it
 * @param currentOf the reseller while this is its present domain, null once released: unique, one a reseller
 * @param cname where it stands in looking for the record
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
        Instant requestedAt,
        @Embedded.Empty(prefix = "cname_") CnameWait cname,
        @Nullable Instant liveAt,
        @Nullable Instant releasedAt) {

    /** A reseller asks for a name. */
    public static CustomDomain request(Reseller reseller, DomainName name, DomainName target, Instant now) {
        return new CustomDomain(
                new DomainId(UUID.randomUUID()),
                0,
                reseller.id(),
                reseller.applicationId(),
                name.value(),
                target.value(),
                DomainState.WAITING,
                null,
                reseller.id().value(),
                now,
                CnameWait.NOT_STARTED,
                null,
                null);
    }

    public DomainName domainName() {
        return new DomainName(name);
    }

    public DomainName targetName() {
        return new DomainName(target);
    }

    /** The reseller chose another name before this one was live; looking for it starts anew. */
    public CustomDomain changeTo(DomainName other) {
        return become(DomainState.WAITING, other.value(), CnameWait.NOT_STARTED, null, null);
    }

    /** The process begins to wait for the record, with short intervals. A repetition of the same job changes nothing. */
    public CustomDomain startSetup(long occasion, Duration help, Instant now) {
        return cname.isStartedBy(occasion)
                ? this
                : become(DomainState.WAITING, name, cname.start(occasion, help, now), null, null);
    }

    /** Whether it waited in vain for as long as it may: the team helps, and nobody looks for the record meanwhile. */
    public boolean needsHelp(Instant now) {
        return state == DomainState.WAITING && cname.isOver(now);
    }

    /** Somebody wants a check now; the intervals are short again. */
    public CustomDomain requestCheck(Instant now) {
        mustBeWaiting();
        return become(DomainState.WAITING, name, cname.restart(now), null, null);
    }

    /** The record was looked for in vain. */
    public CustomDomain missed(Instant next) {
        mustBeWaiting();
        return become(DomainState.WAITING, name, cname.checked(next), null, null);
    }

    /** The record was found: from now on the name is this reseller's. */
    public CustomDomain verify() {
        return become(DomainState.VERIFIED, name, cname.checked(null), null, null);
    }

    /** The platform answers there. */
    public CustomDomain activate(Instant now) {
        return become(DomainState.LIVE, name, cname, now, null);
    }

    /** Given up; the name is free for others, and the reseller for another name. */
    public CustomDomain release(Instant now) {
        return become(DomainState.RELEASED, name, cname.checked(null), liveAt, now);
    }

    private void mustBeWaiting() {
        if (state != DomainState.WAITING) {
            throw new IllegalStateException(
                    "Domain %s is %s and its record is not looked for.".formatted(id.value(), state));
        }
    }

    private CustomDomain become(
            DomainState next, String nextName, CnameWait wait, @Nullable Instant live, @Nullable Instant released) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("Domain %s is %s and cannot become %s.".formatted(id.value(), state, next));
        }
        boolean proved = next != DomainState.WAITING && next != DomainState.RELEASED;
        return new CustomDomain(
                id,
                version,
                resellerId,
                applicationId,
                nextName,
                target,
                next,
                proved ? nextName : null,
                next == DomainState.RELEASED ? null : currentOf,
                requestedAt,
                wait,
                live,
                released);
    }
}
