package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.branding.ConfirmingName;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.OffboardingRequested;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts an offboarding, by the team or by the reseller itself, and takes it back. Another person confirms it. */
@Component
public class RequestOffboarding {

    public static final int LONGEST_REASON = 256;

    private final Resellers resellers;
    private final Offboardings offboardings;
    private final ConfirmingName confirmingName;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    RequestOffboarding(
            Resellers resellers,
            Offboardings offboardings,
            ConfirmingName confirmingName,
            Outbox outbox,
            Timeline timeline,
            Clock clock) {
        this.resellers = resellers;
        this.offboardings = offboardings;
        this.confirmingName = confirmingName;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** There is nothing to leave or to take back at present. */
    public static final class NotNow extends RuntimeException {
        NotNow(Reseller reseller) {
            super("Reseller %s is %s, so this cannot be done."
                    .formatted(reseller.id().value(), reseller.state()));
        }
    }

    /** What was typed is wrong; the message says what to do. */
    public static final class Faulty extends RuntimeException {
        Faulty(String whatToDo) {
            super(whatToDo);
        }

        /** What stands at the field. */
        public String whatToDo() {
            return String.valueOf(getMessage());
        }
    }

    /** Somebody of the team wants the reseller to leave. */
    @Transactional
    public void byTeam(ResellerId id, String reason, AccountId by, String byName) {
        String words = reason.strip();
        if (words.isEmpty()) {
            throw new Faulty("Write why, for whoever confirms it.");
        }
        if (words.length() > LONGEST_REASON) {
            throw new Faulty("Shorten this to at most " + LONGEST_REASON + " characters.");
        }
        Reseller reseller = leaving(id);
        start(reseller, Offboarding.request(reseller, by, byName, false, words, clock.instant()));
        timeline.tellTeam(reseller.applicationId(), byName, "Started the offboarding: " + words);
    }

    /** The owner leaves, and types the brand name so that it does not happen by mistake. */
    @Transactional
    public void leave(ResellerId id, String typedName, AccountId by, String byName) {
        Reseller reseller = leaving(id);
        confirmingName.fault(reseller, typedName).ifPresent(whatToDo -> {
            throw new Faulty(whatToDo);
        });
        start(reseller, Offboarding.request(reseller, by, byName, true, "The reseller leaves.", clock.instant()));
        timeline.tellEverybody(reseller.applicationId(), byName, "Asked to leave the Reseller Program.");
    }

    /** The reseller stays; {@link NotNow} when there is nothing to take back, or it is too late. */
    @Transactional
    public void withdraw(ResellerId id, String byName) {
        Reseller reseller = resellers.get(id);
        Offboarding open = offboardings
                .openOf(id)
                .map(found -> offboardings.lock(found.id()))
                .filter(found -> found.state().isWithdrawable())
                .orElseThrow(() -> new NotNow(reseller));
        offboardings.save(open.withdraw(byName));
        timeline.tellTeam(reseller.applicationId(), byName, "Withdrew the offboarding.");
        outbox.put(
                MessageTypes.OFFBOARDING_WITHDRAWN,
                open.id().value(),
                open.id().value().toString(),
                new Nothing());
    }

    private Reseller leaving(ResellerId id) {
        Reseller reseller = resellers.lock(id);
        boolean there = reseller.state() == ResellerState.LIVE || reseller.state() == ResellerState.SUSPENDED;
        if (!there || offboardings.openOf(id).isPresent()) {
            throw new NotNow(reseller);
        }
        return reseller;
    }

    private void start(Reseller reseller, Offboarding offboarding) {
        Offboarding started = offboardings.save(offboarding);
        outbox.put(
                MessageTypes.OFFBOARDING_REQUESTED,
                started.id().value(),
                reseller.id().value().toString(),
                new OffboardingRequested(
                        reseller.applicationId().value(),
                        reseller.id().value(),
                        started.id().value()));
    }
}
