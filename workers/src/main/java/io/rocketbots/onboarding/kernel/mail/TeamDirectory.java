package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.AccountId;
import java.util.List;

/** Who is on the team; the accounts know. */
public interface TeamDirectory {

    /** The people of a team, named like the candidate group in the models: {@code reviewers}, {@code key-accounts}. */
    List<AccountId> members(String team);

    /** The team leads. */
    List<AccountId> leads();
}
