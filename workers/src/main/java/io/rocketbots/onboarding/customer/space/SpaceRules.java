package io.rocketbots.onboarding.customer.space;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.kernel.naming.ChosenName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed about a Space and gathers what is wrong with it, by field. */
final class SpaceRules {

    static final int LONGEST_NAME = 100;
    static final int MOST_CONTACTS = 10_000_000;

    /** What is longer is refused as it is: normalizing takes a time that grows with the square of its accents. */
    private static final int LONGEST_TYPED = 1_000;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Map<String, String> faults = new LinkedHashMap<>();

    Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    boolean areKept() {
        return faults.isEmpty();
    }

    String readName(String typed) {
        // Two ways of writing the same letters must not be two names.
        String name = typed.length() > LONGEST_TYPED ? typed : ChosenName.tidied(typed.strip());
        if (name.isEmpty()) {
            faults.put(SpaceDraft.NAME, "Enter a name for the Space.");
        } else if (name.length() > LONGEST_NAME) {
            faults.put(SpaceDraft.NAME, "Use at most " + LONGEST_NAME + " characters.");
        } else {
            ChosenName.fault(name).ifPresent(fault -> faults.put(SpaceDraft.NAME, fault));
        }
        return name;
    }

    void nameIsTaken() {
        faults.put(SpaceDraft.NAME, "Another Space of your platform has this name already. Choose another one.");
    }

    String readLanguage(String tag) {
        Optional<SpaceLanguage> language = SpaceLanguage.find(tag);
        if (language.isEmpty()) {
            faults.put(SpaceDraft.PRIMARY_LANGUAGE, "Choose a language from the list.");
        }
        return language.map(SpaceLanguage::tag).orElse(tag);
    }

    /** The limit; null for none. */
    @Nullable
    Integer readLimit(boolean limited, String typed) {
        if (!limited) {
            return null;
        }
        String digits = typed.length() > LONGEST_TYPED ? "" : typed.strip();
        if (WHOLE_NUMBER.matcher(digits).matches()) {
            int limit = Integer.parseInt(digits);
            if (limit >= 1 && limit <= MOST_CONTACTS) {
                return limit;
            }
        }
        faults.put(SpaceDraft.MAXIMUM_CONTACTS, "Enter a whole number from 1 to 10000000.");
        return null;
    }
}
