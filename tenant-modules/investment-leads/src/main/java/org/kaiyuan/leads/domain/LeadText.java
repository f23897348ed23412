package org.kaiyuan.leads.domain;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.platform.audit.FieldChange;

/** A profile as the history tells it: field by field, in words that do not change with a language. */
final class LeadText {
    private static final RecordComponent[] FIELDS = LeadProfile.class.getRecordComponents();

    private LeadText() {}

    /** By the names that the API gives the fields; contacts masked. */
    static Map<String, String> of(LeadProfile profile) {
        var texts = new LinkedHashMap<String, String>();
        for (var field : FIELDS) {
            var text = text(value(field, profile));
            if (!text.isEmpty()) {
                texts.put(field.getName(), text);
            }
        }
        return texts;
    }

    static List<FieldChange> differences(Map<String, String> before, Map<String, String> after) {
        var changes = new ArrayList<FieldChange>();
        for (var field : FIELDS) {
            var was = before.get(field.getName());
            var is = after.get(field.getName());
            if (!Objects.equals(was, is)) {
                changes.add(new FieldChange(field.getName(), was, is));
            }
        }
        return changes;
    }

    private static @Nullable Object value(RecordComponent field, LeadProfile profile) {
        try {
            return field.getAccessor().invoke(profile);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.getName(), e);
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Collection<?> many ->
                    many.stream().map(LeadText::text).sorted().collect(Collectors.joining("; "));
            case InvestorLine investor ->
                    joined(
                            investor.name(),
                            investor.creditCode(),
                            investor.foreignRegistration(),
                            investor.country(),
                            investor.global500() ? "GLOBAL_500" : null,
                            investor.listed() ? "LISTED" : null,
                            investor.industryLeader() ? "LEADER" : null,
                            investor.enterpriseId() == null
                                    ? null
                                    : investor.enterpriseId().toString());
            case LeadContact contact -> {
                var masked = contact.masked();
                yield joined(masked.name(), masked.position(), masked.phone(), masked.email());
            }
            default -> value.toString();
        };
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
