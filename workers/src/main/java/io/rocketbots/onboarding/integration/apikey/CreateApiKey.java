package io.rocketbots.onboarding.integration.apikey;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.naming.ChosenName;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reseller's team makes a key for one of its programs. */
@Component
public class CreateApiKey {

    public static final int MOST_KEYS = 20;

    private static final int LONGEST_NAME = 100;

    private final ApiKeys keys;
    private final Timeline timeline;

    CreateApiKey(ApiKeys keys, Timeline timeline) {
        this.keys = keys;
        this.timeline = timeline;
    }

    /** How it ended. */
    public sealed interface Result {

        /** The only time that anybody sees the secret. */
        record Created(String name, String secret) implements Result {}

        /** Nothing was made; a sentence by field name. */
        record Faulty(Map<String, String> faults) implements Result {}
    }

    /**
     * Makes the key.
     *
     * @param actor their name, for the timeline
     */
    @Transactional
    public Result create(Reseller reseller, String typedName, Set<ApiScope> scopes, AccountId by, String actor) {
        String name = ChosenName.tidied(typedName.strip());
        Map<String, String> faults = faults(reseller, name, scopes);
        if (!faults.isEmpty()) {
            return new Result.Faulty(faults);
        }
        String secret = keys.create(reseller.id(), name, scopes, by);
        timeline.tellTeam(reseller.applicationId(), actor, "Created the API key \"" + name + "\".");
        return new Result.Created(name, secret);
    }

    private Map<String, String> faults(Reseller reseller, String name, Set<ApiScope> scopes) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (name.isEmpty()) {
            faults.put("name", "Enter a name that tells which program uses the key.");
        } else if (name.length() > LONGEST_NAME) {
            faults.put("name", "Enter a name of at most " + LONGEST_NAME + " characters.");
        } else if (ChosenName.hasInvisible(name)) {
            faults.put("name", ChosenName.NO_INVISIBLE);
        } else if (keys.of(reseller.id()).size() >= MOST_KEYS) {
            faults.put("name", "There are " + MOST_KEYS + " keys already. Revoke one that is no longer in use.");
        }
        if (scopes.isEmpty()) {
            faults.put("scopes", "Choose at least one thing that the key may do.");
        }
        return faults;
    }
}
