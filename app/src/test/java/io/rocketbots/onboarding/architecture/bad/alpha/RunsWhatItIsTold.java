package io.rocketbots.onboarding.architecture.bad.alpha;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Random;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** Breaks: runs commands and expressions, brings objects to life, and draws numbers that can be guessed. */
final class RunsWhatItIsTold {

    Object run(String command, ObjectInputStream objects) throws IOException, ClassNotFoundException {
        new ProcessBuilder(command).start();
        return new SpelExpressionParser().parseExpression(command + new Random().nextInt() + objects.readObject());
    }
}
