package io.rocketbots.onboarding.local.mode;

import io.rocketbots.onboarding.configuration.StartRefused;
import java.util.List;
import java.util.stream.Collectors;

/** All ports local mode needs, looked at before anything is started. */
record Ports(List<Port> wanted) {

    private static final int NEXT_TRY = 10_000;
    private static final int ALL_PORTS = 65_536;

    void refuseWhatIsTaken() {
        List<Port> taken = wanted.stream().filter(Port::taken).toList();
        if (!taken.isEmpty()) {
            throw new StartRefused(reason(taken), remedy(taken));
        }
    }

    private static String reason(List<Port> taken) {
        return taken.stream()
                .map(port -> "Port " + port.number() + " is taken. It is needed for " + port.neededFor()
                        + " and is set by '" + port.property() + "'.")
                .distinct()
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String remedy(List<Port> taken) {
        String arguments = taken.stream()
                .map(port -> "--" + port.property() + "=" + (port.number() + NEXT_TRY) % ALL_PORTS)
                .distinct()
                .collect(Collectors.joining(" "));
        return "Stop what listens there, or take another port:" + System.lineSeparator()
                + "    mvn spring-boot:run -Dspring-boot.run.arguments=\"" + arguments + "\"";
    }
}
