package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the Spaces be made that waited for the platform to be live, or to be open again. */
@Component
public class ReleaseWaitingSpaces {

    /** What the reseller reads at a Space that was asked for just before the platform was closed for a time. */
    public static final String REFUSED_WHILE_CLOSED =
            "Your platform was closed at that time. The Space is added once it is open again.";

    private final Spaces spaces;
    private final Outbox outbox;

    ReleaseWaitingSpaces(Spaces spaces, Outbox outbox) {
        this.spaces = spaces;
        this.outbox = outbox;
    }

    /** In the transaction that made the reseller live, after its row was changed: later ones see that and do not wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(ResellerId reseller) {
        spaces.findByPlatformIdAndState(PlatformId.of(reseller), SpaceState.WAITING_FOR_DOMAIN).stream()
                .map(Space::id)
                .map(spaces::lock)
                .filter(space -> space.state() == SpaceState.WAITING_FOR_DOMAIN)
                .map(Space::release)
                .forEach(this::request);
    }

    /** In the transaction that opened the platform again, after the reseller's row was changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refusedOf(ResellerId reseller) {
        PlatformId platform = PlatformId.of(reseller);
        spaces.findByPlatformIdAndState(platform, SpaceState.REJECTED).stream()
                .map(Space::id)
                .map(spaces::lock)
                .filter(space -> space.state() == SpaceState.REJECTED)
                .filter(space -> REFUSED_WHILE_CLOSED.equals(space.refusal()))
                .filter(space -> !spaces.existsByPlatformIdAndNameLower(platform, Space.lower(space.name())))
                .map(Space::requestAgain)
                .forEach(this::request);
    }

    private void request(Space wanted) {
        Space space = spaces.save(wanted);
        outbox.put(
                MessageTypes.SPACE_REQUESTED,
                space.id().value(),
                space.id().value().toString(),
                new ForSpace(space.id().value()));
    }
}
