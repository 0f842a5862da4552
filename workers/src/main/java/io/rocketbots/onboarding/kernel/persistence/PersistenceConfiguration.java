package io.rocketbots.onboarding.kernel.persistence;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.QuestionId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.id.TypedId;
import java.sql.JDBCType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcValue;

/** Teaches Spring Data how typed ids and instants are stored. */
@Configuration
public class PersistenceConfiguration {

    /** Every typed id there is. */
    static final Map<Class<? extends TypedId>, Function<UUID, TypedId>> IDS = Map.of(
            AccountId.class, AccountId::new,
            ApplicationId.class, ApplicationId::new,
            DomainId.class, DomainId::new,
            InvitationId.class, InvitationId::new,
            OffboardingId.class, OffboardingId::new,
            PlatformId.class, PlatformId::new,
            QuestionId.class, QuestionId::new,
            ResellerId.class, ResellerId::new,
            SpaceId.class, SpaceId::new,
            TaskId.class, TaskId::new);

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, List<ColumnConverters> features) {
        List<Object> converters = new ArrayList<>(
                List.of(new IdToUuid(), new UuidToId(), new InstantToColumn(), new OffsetDateTimeToInstant()));
        features.forEach(feature -> converters.addAll(feature.converters()));
        return JdbcCustomConversions.of(dialect, converters);
    }

    @WritingConverter
    private static final class IdToUuid implements Converter<TypedId, UUID> {
        @Override
        public UUID convert(TypedId id) {
            return id.value();
        }
    }

    @ReadingConverter
    private static final class UuidToId implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return IDS.keySet().stream()
                    .map(id -> new ConvertiblePair(UUID.class, id))
                    .collect(Collectors.toSet());
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null
                    ? null
                    : Objects.requireNonNull(IDS.get(to.getType())).apply((UUID) source);
        }
    }

    /** Names the type of the column, which would otherwise be taken for one without a zone. */
    @WritingConverter
    private static final class InstantToColumn implements Converter<Instant, JdbcValue> {
        @Override
        public JdbcValue convert(Instant instant) {
            return JdbcValue.of(instant.atOffset(ZoneOffset.UTC), JDBCType.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    @ReadingConverter
    private static final class OffsetDateTimeToInstant implements Converter<OffsetDateTime, Instant> {
        @Override
        public Instant convert(OffsetDateTime time) {
            return time.toInstant();
        }
    }
}
