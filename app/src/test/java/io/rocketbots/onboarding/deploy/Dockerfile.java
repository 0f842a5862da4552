package io.rocketbots.onboarding.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The recipe of the application's image. */
public record Dockerfile(List<Instruction> instructions) {

    /** One line of it, continued lines put together. */
    record Instruction(String name, String arguments) {

        /** The arguments as the JSON array that Docker runs without a shell. */
        List<String> command() {
            String json = arguments.substring(arguments.indexOf('['));
            return JsonMapper.shared().readValue(json, new TypeReference<List<String>>() {});
        }
    }

    public static Dockerfile read() {
        try {
            String text = Files.readString(ComposeFile.ROOT.resolve("deploy/Dockerfile"))
                    .replaceAll("(?m)^#.*\\R", "")
                    .replaceAll("\\\\\\R\\s*", " ");
            return new Dockerfile(text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new Instruction(parts[0], parts[1]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments of every instruction of that name, in their order. */
    Stream<Instruction> all(String name) {
        return instructions.stream().filter(instruction -> instruction.name().equals(name));
    }

    /** What comes after the last FROM, with that. */
    Dockerfile lastStage() {
        int from = 0;
        for (int i = 0; i < instructions.size(); i++) {
            from = instructions.get(i).name().equals("FROM") ? i : from;
        }
        return new Dockerfile(instructions.subList(from, instructions.size()));
    }

    Instruction only(String name) {
        List<Instruction> found = all(name).toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " stands " + found.size() + " times: " + Arrays.toString(found.toArray()));
        }
        return found.getFirst();
    }

    /** The command by which Docker looks whether the application is well. */
    public List<String> healthCheck() {
        return only("HEALTHCHECK").command();
    }
}
