package org.kaiyuan.leads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the Sichuan development-zone plan 2023–2027 (chapter 4, section 1) says of industries and of zones.
 *
 * @see "reference/plan-directions.csv, reference/plan-zones.csv: the first line of each names the source"
 */
final class PlanFacts {
    private static final Map<String, String> DIRECTIONS = new HashMap<>();
    private static final Map<String, String> OF_ZONES = new HashMap<>();
    private static final Set<String> RELIED = new HashSet<>();
    private static final Set<String> ZONES = new HashSet<>();

    static {
        for (var line : lines("plan-directions.csv", 3)) {
            DIRECTIONS.put(line[0] + "/" + line[1], line[2]);
        }
        for (var line : lines("plan-zones.csv", 4)) {
            ZONES.add(line[0]);
            if (!line[2].isEmpty()) {
                RELIED.add(line[0] + "/" + line[1] + "/" + line[2]);
            }
            if (!line[3].isEmpty()) {
                OF_ZONES.merge(line[0] + "/" + line[1], line[3], (one, other) -> one + ";" + other);
            }
        }
    }

    private PlanFacts() {}

    static boolean names(String zone) {
        return ZONES.contains(zone);
    }

    /** What the plan wants of this sub-industry in the province; empty where it says nothing. */
    static String direction(String industry, String subIndustry) {
        return DIRECTIONS.getOrDefault(industry + "/" + subIndustry, "");
    }

    /** What the plan wants of this industry in this zone. */
    static @Nullable String ofZone(String zone, String industry) {
        return OF_ZONES.get(zone + "/" + industry);
    }

    /** Whether the plan relies on this zone for the sub-industry (重点依托). */
    static boolean reliesOn(String zone, String industry, String subIndustry) {
        return RELIED.contains(zone + "/" + industry + "/" + subIndustry);
    }

    /** The last column is the rest of the line, and may hold commas. */
    private static List<String[]> lines(String file, int columns) {
        var lines = new ArrayList<String[]>();
        try (var in =
                        Objects.requireNonNull(
                                PlanFacts.class.getResourceAsStream("/reference/" + file), file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                if (!text.startsWith("#")) {
                    lines.add(text.split(",", columns));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return lines;
    }
}
