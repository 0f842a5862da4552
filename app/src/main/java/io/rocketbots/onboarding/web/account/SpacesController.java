package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceMember;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The Spaces of whoever is signed in, on the platform they are on; a reseller sees all of its own platform. */
@Controller
class SpacesController {

    private final Spaces spaces;
    private final SpaceMembers members;
    private final Resellers resellers;

    SpacesController(Spaces spaces, SpaceMembers members, Resellers resellers) {
        this.spaces = spaces;
        this.members = members;
        this.resellers = resellers;
    }

    /**
     * One Space in the list.
     *
     * @param role what they are there
     * @param open whether they can enter it now
     */
    public record Line(Space space, String role, boolean open) {}

    @GetMapping("/spaces")
    String list(@AuthenticationPrincipal CurrentAccount account, Model model) {
        model.addAttribute("spaces", isReseller(account) ? all(account.platform()) : own(account));
        return "account/spaces";
    }

    private boolean isReseller(CurrentAccount account) {
        return account.platform()
                .reseller()
                .flatMap(resellers::findById)
                .filter(reseller -> reseller.isPresent() && reseller.has(account.id()))
                .isPresent();
    }

    private List<Line> all(Platform platform) {
        return spaces.findByPlatformIdOrderByName(platform.id()).stream()
                .filter(space -> space.state() == SpaceState.ACTIVE || space.state() == SpaceState.SUSPENDED)
                .map(space -> new Line(space, "Reseller", true))
                .toList();
    }

    private List<Line> own(CurrentAccount account) {
        return spaces.ofMember(account.platform().id(), account.id()).stream()
                .map(space -> new Line(space, roleOf(space, account.id()), space.isActive()))
                .toList();
    }

    private String roleOf(Space space, AccountId account) {
        return members.findBySpaceIdAndAccountId(space.id(), account)
                .map(SpaceMember::role)
                .map(role -> role.label())
                .orElse("");
    }
}
