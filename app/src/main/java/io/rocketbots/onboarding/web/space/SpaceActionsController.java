package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.CancelSpace;
import io.rocketbots.onboarding.customer.space.EditContactLimit;
import io.rocketbots.onboarding.customer.space.RestoreSpace;
import io.rocketbots.onboarding.customer.space.ResumeSpace;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceDraft;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.SpaceTerms;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.customer.space.SuspendSpace;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a reseller does with a Space: a dialog each, which is a page of its own without scripts. */
@Controller
@RequestMapping("/reseller/spaces/{id}")
class SpaceActionsController {

    private final ModulePage page;
    private final Spaces spaces;
    private final SpaceTerms terms;
    private final EditContactLimit editContactLimit;
    private final SuspendSpace suspendSpace;
    private final ResumeSpace resumeSpace;
    private final CancelSpace cancelSpace;
    private final RestoreSpace restoreSpace;

    SpaceActionsController(
            ModulePage page,
            Spaces spaces,
            SpaceTerms terms,
            EditContactLimit editContactLimit,
            SuspendSpace suspendSpace,
            ResumeSpace resumeSpace,
            CancelSpace cancelSpace,
            RestoreSpace restoreSpace) {
        this.page = page;
        this.spaces = spaces;
        this.terms = terms;
        this.editContactLimit = editContactLimit;
        this.suspendSpace = suspendSpace;
        this.resumeSpace = resumeSpace;
        this.cancelSpace = cancelSpace;
        this.restoreSpace = restoreSpace;
    }

    @GetMapping("/limit")
    ModelAndView limit(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, DialogAnswer answer) {
        return answer.show(SpaceDialog.limit(spaceOf(account, id)));
    }

    @PostMapping("/limit")
    ModelAndView limit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean limited,
            @RequestParam(defaultValue = "") String maximumContacts,
            @RequestParam(defaultValue = "") String seenLimit,
            @AuthenticationPrincipal CurrentAccount account,
            DialogAnswer answer) {
        Space space = spaceOf(account, id);
        SpaceDialog dialog = SpaceDialog.limit(space)
                .typed(new SpaceDraft("", "", limited, maximumContacts))
                .seen(seenLimit);
        return answer.unlessRefused(dialog, () -> switch (editContactLimit.edit(
                resellerOf(account).id(), space.id(), limited, maximumContacts, seenLimit, account.name())) {
            case EditContactLimit.Result.Changed changed -> answer.done(limitWords(changed));
            case EditContactLimit.Result.Overtaken overtaken -> answer.overtaken(dialog.overtakenBy(overtaken.space()));
            case EditContactLimit.Result.Faulty faulty -> answer.faulty(dialog.faulty(faulty.faults()));
        });
    }

    private static String limitWords(EditContactLimit.Result.Changed changed) {
        Space space = changed.space();
        if (changed.exceeded()) {
            return space.name() + " holds " + space.contacts() + " contacts, more than the new limit of "
                    + space.contactLimit() + ". They stay, and no more can be added.";
        }
        return space.contactLimit() == null
                ? space.name() + " may hold any number of contacts now."
                : space.name() + " may hold up to " + space.contactLimit() + " contacts now.";
    }

    @GetMapping("/suspend")
    ModelAndView suspend(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, DialogAnswer answer) {
        return answer.show(SpaceDialog.suspend(spaceOf(account, id)));
    }

    @PostMapping("/suspend")
    ModelAndView suspendNow(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, DialogAnswer answer) {
        Space space = spaceOf(account, id);
        return answer.unlessRefused(SpaceDialog.suspend(space), () -> {
            suspendSpace.suspend(resellerOf(account).id(), space.id(), account.name());
            return answer.done(space.name() + " is suspended. Its users cannot enter until you resume it.");
        });
    }

    @GetMapping("/resume")
    ModelAndView resume(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, DialogAnswer answer) {
        return answer.show(SpaceDialog.resume(spaceOf(account, id)));
    }

    @PostMapping("/resume")
    ModelAndView resumeNow(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, DialogAnswer answer) {
        Space space = spaceOf(account, id);
        return answer.unlessRefused(SpaceDialog.resume(space), () -> {
            resumeSpace.resume(resellerOf(account).id(), space.id(), account.name());
            return answer.done(space.name() + " is active again.");
        });
    }

    @GetMapping("/cancel")
    ModelAndView cancel(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, DialogAnswer answer, Model model) {
        tellHowLongItIsKept(model);
        return answer.show(SpaceDialog.cancel(spaceOf(account, id)));
    }

    @PostMapping("/cancel")
    ModelAndView cancelNow(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String confirmation,
            @AuthenticationPrincipal CurrentAccount account,
            DialogAnswer answer,
            Model model) {
        Space space = spaceOf(account, id);
        tellHowLongItIsKept(model);
        SpaceDialog dialog = SpaceDialog.cancel(space).confirmedBy(confirmation);
        return answer.unlessRefused(dialog, () -> switch (cancelSpace.cancel(
                resellerOf(account).id(), space.id(), confirmation, account.name())) {
            case CancelSpace.Result.Cancelled ignored ->
                answer.done(space.name() + " is cancelled. You can restore it for "
                        + SpaceDialog.inWords(terms.keepCancelled()) + ".");
            case CancelSpace.Result.Faulty faulty -> answer.faulty(dialog.faulty(faulty.faults()));
        });
    }

    @GetMapping("/restore")
    ModelAndView restore(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, DialogAnswer answer) {
        return answer.show(SpaceDialog.restore(spaceOf(account, id)));
    }

    @PostMapping("/restore")
    ModelAndView restoreNow(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, DialogAnswer answer) {
        Space space = spaceOf(account, id);
        return answer.unlessRefused(SpaceDialog.restore(space), () -> {
            restoreSpace.restore(resellerOf(account).id(), space.id(), account.name());
            return answer.done(space.name() + " is restored with all it held.");
        });
    }

    private void tellHowLongItIsKept(Model model) {
        model.addAttribute("kept", SpaceDialog.inWords(terms.keepCancelled()));
    }

    private Space spaceOf(CurrentAccount account, UUID id) {
        return spaces.findByIdAndPlatformId(
                        new SpaceId(id), PlatformId.of(resellerOf(account).id()))
                .filter(space -> space.state() != SpaceState.DELETED)
                .orElseThrow(NoReseller::new);
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
