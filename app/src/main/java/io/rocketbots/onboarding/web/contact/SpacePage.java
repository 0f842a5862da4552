package io.rocketbots.onboarding.web.contact;

import io.rocketbots.onboarding.customer.space.SpaceAccess;
import io.rocketbots.onboarding.customer.space.SpaceSuspended;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lets people into the pages of a Space and gives each what its frame shows. */
@Component
class SpacePage {

    private final SpaceAccess access;

    SpacePage(SpaceAccess access) {
        this.access = access;
    }

    /** To look at it. */
    SpaceVisitor enter(CurrentAccount account, UUID space, Model model) {
        SpaceVisitor visitor = visitor(account, new SpaceId(space));
        model.addAttribute("space", visitor.space());
        model.addAttribute("visitor", visitor);
        return visitor;
    }

    private SpaceVisitor visitor(CurrentAccount account, SpaceId space) {
        try {
            return access.of(account.id(), account.platform().id(), space).orElseThrow(NoSuchContact::new);
        } catch (SpaceSuspended closed) {
            throw new ClosedForMembers(closed);
        }
    }

    /** To change something in it. */
    SpaceVisitor enterToChange(CurrentAccount account, UUID space, Model model) {
        SpaceVisitor visitor = enter(account, space, model);
        if (!visitor.space().isActive()) {
            throw new SpaceClosed();
        }
        return visitor;
    }
}
