package org.kaiyuan.leads.domain;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.platform.search.names.ChineseText;

/** What two leads become that are the same one. */
public final class MergedProfile {
    private static final RecordComponent[] FIELDS = LeadProfile.class.getRecordComponents();

    /** An amount means nothing without its currency: whoever takes one of these takes them all. */
    private static final Set<String> MONEY =
            Set.of("currency", "exchangeRate", "totalInvestment", "fixedInvestment");

    private MergedProfile() {}

    /** The fields that may be chosen, as the API names them. */
    public static List<String> fields() {
        return Arrays.stream(FIELDS)
                .map(RecordComponent::getName)
                .filter(name ->
                        !Set.of("investors", "contacts", "tags", "confidential").contains(name))
                .toList();
    }

    /**
     * The survivor's fields but for those chosen; investors, contacts and tags of both. Confidential when one
     * of them is, so that a merge shows nobody what they might not see.
     *
     * @param fromOther names of fields whose value is the other's
     */
    public static LeadProfile of(LeadProfile survivor, LeadProfile other, Set<String> fromOther) {
        var chosen = new HashSet<>(fromOther);
        if (chosen.stream().anyMatch(MONEY::contains)) {
            chosen.addAll(MONEY);
        }
        var values = new @Nullable Object[FIELDS.length];
        var types = new Class<?>[FIELDS.length];
        for (int i = 0; i < FIELDS.length; i++) {
            var name = FIELDS[i].getName();
            types[i] = FIELDS[i].getType();
            values[i] =
                    switch (name) {
                        case "investors" -> investors(survivor, other);
                        case "contacts" -> contacts(survivor, other);
                        case "tags" -> {
                            var tags = new HashSet<>(survivor.tags());
                            tags.addAll(other.tags());
                            yield tags;
                        }
                        case "confidential" -> survivor.confidential() || other.confidential();
                        default -> value(FIELDS[i], chosen.contains(name) ? other : survivor);
                    };
        }
        try {
            return LeadProfile.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<InvestorLine> investors(LeadProfile survivor, LeadProfile other) {
        var all = new ArrayList<>(survivor.investors());
        for (var line : other.investors()) {
            var key = ChineseText.key(line.name());
            if (all.stream()
                    .noneMatch(known ->
                            ChineseText.key(known.name()).equals(key)
                                    || (line.creditCode() != null
                                            && line.creditCode().equals(known.creditCode())))) {
                all.add(line);
            }
        }
        return all;
    }

    private static List<LeadContact> contacts(LeadProfile survivor, LeadProfile other) {
        var all = new LinkedHashMap<String, LeadContact>();
        for (var line : survivor.contacts()) {
            all.put(line.name() + "\n" + line.phone(), line);
        }
        for (var line : other.contacts()) {
            all.putIfAbsent(line.name() + "\n" + line.phone(), line);
        }
        return List.copyOf(all.values());
    }

    private static @Nullable Object value(RecordComponent field, LeadProfile profile) {
        try {
            return field.getAccessor().invoke(profile);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.getName(), e);
        }
    }
}
