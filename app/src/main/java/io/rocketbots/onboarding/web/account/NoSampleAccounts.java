package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.configuration.SampleCredentials;
import io.rocketbots.onboarding.configuration.SettingFault;
import io.rocketbots.onboarding.configuration.SettingsRefused;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Refuses a database that local mode has used before: everybody knows the password of the people in it. */
@Component
@Profile("!local")
class NoSampleAccounts implements SmartInitializingSingleton {

    private static final String DATABASE = "spring.datasource.url";

    private final Accounts accounts;

    NoSampleAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, SampleCredentials.REVIEWER)
                .isPresent()) {
            throw new SettingsRefused(List.of(new SettingFault(
                    DATABASE,
                    null,
                    "leads to a database of local mode: everybody knows the passwords of the people in it.",
                    SettingFault.toSet(DATABASE, "a database that local mode has never used"))));
        }
    }
}
