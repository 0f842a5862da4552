package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.link.SignedTokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * A question that only we ask and only we can answer, under the name of a domain. No question is asked twice, so no cache
 * between can answer it either.
 */
public final class ArrivalTokens {

    /** Where the question is put; nothing in it says whose it is. */
    public static final String PATH = "/.well-known/domain-challenge/";

    private static final int NONCE = Long.BYTES;
    private static final int QUESTION = 2 * Long.BYTES + NONCE;

    private final SignedTokens questions;
    private final SignedTokens answers;
    private final SecureRandom random;

    public ArrivalTokens(String secret, SecureRandom random) {
        this.questions = new SignedTokens("domain-arrival", secret);
        this.answers = new SignedTokens("domain-arrived", secret);
        this.random = random;
    }

    /** The path of a new question. */
    public String ask(DomainId domain) {
        UUID id = domain.value();
        return PATH
                + questions.write(ByteBuffer.allocate(QUESTION)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(random.nextLong())
                        .array());
    }

    /** The domain a path asks about; empty when it is no question of ours. */
    Optional<DomainId> read(String path) {
        if (!path.startsWith(PATH)) {
            return Optional.empty();
        }
        return questions
                .read(path.substring(PATH.length()), QUESTION)
                .map(ByteBuffer::wrap)
                .map(question -> new DomainId(new UUID(question.getLong(), question.getLong())));
    }

    /** What only we can say to it, under that name. */
    public String answer(String path, DomainName name) {
        return answers.signatureOf((name + path).getBytes(StandardCharsets.UTF_8));
    }
}
