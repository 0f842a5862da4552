package io.rocketbots.onboarding.web.yourdata;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.launch.branding.ConfirmingName;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboarding;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModuleSection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the section shows. */
@Component
@Order(80)
class YourDataSection implements ModuleSection {

    private final Offboardings offboardings;
    private final ConfirmingName confirmingName;
    private final Applications applications;
    private final Accounts accounts;

    YourDataSection(
            Offboardings offboardings, ConfirmingName confirmingName, Applications applications, Accounts accounts) {
        this.offboardings = offboardings;
        this.confirmingName = confirmingName;
        this.applications = applications;
        this.accounts = accounts;
    }

    /**
     * How it stands.
     *
     * @param closing the account is about to be closed
     * @param nameToType what the owner types to close the account or to leave
     * @param owner who can do either
     * @param leaving whether an offboarding is under way
     * @param canStay whether the reseller itself can take it back
     * @param endsAt when everything ends; null while nobody has confirmed it
     */
    public record View(
            boolean closing,
            String nameToType,
            String owner,
            boolean leaving,
            boolean canStay,
            @Nullable Instant endsAt) {}

    @Override
    public void fill(Reseller reseller, Platform platform, Model model) {
        @Nullable Offboarding open = offboardings.openOf(reseller.id()).orElse(null);
        model.addAttribute(
                "yourData",
                new View(
                        applications.get(reseller.applicationId()).state() == ApplicationState.CANCELLING,
                        confirmingName.of(reseller),
                        accounts.findById(reseller.accountId())
                                .map(Account::name)
                                .orElse(""),
                        // What the team has not agreed on yet is no matter of the reseller's.
                        open != null && (open.byReseller() || open.graceEndsAt() != null),
                        open != null && open.byReseller() && open.state().isWithdrawable(),
                        open == null ? null : open.graceEndsAt()));
    }
}
