package io.rocketbots.onboarding.lifecycle.suspension;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why somebody wants a reseller suspended, as it was typed. */
public record SuspensionDraft(String category, String reason) {

    public static final int LONGEST_REASON = 256;

    public SuspensionDraft {
        reason = reason.strip();
    }

    /** What is wrong, by field; nothing when it can be used. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (chosen().isEmpty()) {
            faults.put("category", "Choose what kind of reason it is.");
        }
        if (reason.isEmpty()) {
            faults.put("reason", "Write why. The reseller reads it.");
        } else if (reason.length() > LONGEST_REASON) {
            faults.put("reason", "Shorten this to at most " + LONGEST_REASON + " characters.");
        }
        return faults;
    }

    SuspensionCategory checkedCategory() {
        if (!faults().isEmpty()) {
            throw new IllegalArgumentException("The draft of a suspension is faulty: " + faults().keySet());
        }
        return chosen().orElseThrow();
    }

    private Optional<SuspensionCategory> chosen() {
        return Arrays.stream(SuspensionCategory.values())
                .filter(one -> one.name().equals(category))
                .findFirst();
    }
}
