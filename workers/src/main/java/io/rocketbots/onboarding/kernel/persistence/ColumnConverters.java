package io.rocketbots.onboarding.kernel.persistence;

import java.util.List;
import org.springframework.core.convert.converter.Converter;

/** What a feature teaches Spring Data about types of its own that stand in one column each; a bean per feature. */
public record ColumnConverters(List<Converter<?, ?>> converters) {}
