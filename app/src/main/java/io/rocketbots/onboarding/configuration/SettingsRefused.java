package io.rocketbots.onboarding.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** The application does not start with these settings; says of each what is wrong. */
public final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<SettingFault> faults;

    public SettingsRefused(List<SettingFault> faults) {
        super(faults.stream().map(SettingFault::description).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    List<SettingFault> faults() {
        return faults;
    }
}
