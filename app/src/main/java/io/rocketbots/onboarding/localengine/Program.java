package io.rocketbots.onboarding.localengine;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program that local mode runs beside the application.
 *
 * @param id names its files in the data directory
 * @param name what people call it, as a sentence begins with it
 * @param meanwhile what people notice while it does not run
 * @param home where it is unpacked
 * @param remedy how to get it when it is not
 * @param data the data directory, in which it runs
 * @param log the file that it writes by itself
 * @param options what the JVM is told: memory, class path, main class, arguments
 * @param environment all of it; what the developer set for this application is not meant for the program
 * @param readiness answers with 200 once the program can be used
 */
record Program(
        String id,
        String name,
        String meanwhile,
        Path home,
        String remedy,
        Path data,
        Path log,
        List<String> options,
        Map<String, String> environment,
        URI readiness) {

    static final String LOOPBACK = "127.0.0.1";

    /** The whole command: with the Java of this application, and out of reach of Ctrl-C. */
    List<String> command() {
        List<String> command = new ArrayList<>(ownProcessGroup());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                // One developer's load: half the time to start, no need of the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        return command;
    }

    // Ctrl-C goes to every process of the terminal's group; the engine must outlive the workers by a moment.
    private static List<String> ownProcessGroup() {
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        if (Files.isExecutable(Path.of("/bin/sh"))) {
            return List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");
        }
        return List.of();
    }

    /** Says which process is its present run. */
    ProcessMark mark() {
        return new ProcessMark(data.resolve(id + ".pid"));
    }

    /** What its JVM has to say. */
    Path console() {
        return data.resolve("logs").resolve(id + "-console.log");
    }

    static String classPath(Path... entries) {
        return String.join(
                System.getProperty("path.separator"),
                List.of(entries).stream().map(Path::toString).toList());
    }
}
