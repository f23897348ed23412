package org.kaiyuan.delegation.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.DutyStep;

/** Duties as lists write them into one cell, step after step. */
final class WrittenDuties {
    private static final Pattern STEP =
            Pattern.compile(
                    "(?<=^|[\\n;；。\\s])\\s*(?:[(（]?\\d{1,2}[)）.、．]\\s*)?(立案|调查|审理|审查|告知|决定|送达)(?:阶段)?(?:责任)?\\s*[:：]");

    private WrittenDuties() {}

    /** 1.立案责任：…2.调查责任：…; what stands before the first step is kept with it. None where no step is named. */
    static List<Duty> of(String text, String accountability) {
        Map<DutyStep, String> steps = new EnumMap<>(DutyStep.class);
        var found = STEP.matcher(text);
        DutyStep step = null;
        int from = 0;
        while (found.find()) {
            if (step != null) {
                steps.merge(step, part(text, from, found.start()), (a, b) -> a + "\n" + b);
            }
            var next = step(found.group(1));
            var before = part(text, 0, found.start());
            if (step == null && !before.isEmpty()) {
                steps.put(next, before);
            }
            step = next;
            from = found.end();
        }
        if (step == null) {
            return List.of();
        }
        steps.merge(step, part(text, from, text.length()), (a, b) -> a + "\n" + b);
        return steps.entrySet().stream()
                .map(one -> new Duty(one.getKey(), one.getValue(), accountability))
                .toList();
    }

    private static String part(String text, int from, int to) {
        return text.substring(from, to).replaceAll("[\\s;；]*\\d{0,2}[.、．]?\\s*$", "").strip();
    }

    private static DutyStep step(String word) {
        return switch (word) {
            case "立案" -> DutyStep.FILING;
            case "调查" -> DutyStep.INVESTIGATION;
            case "审理", "审查" -> DutyStep.HEARING;
            case "告知" -> DutyStep.NOTIFICATION;
            case "决定" -> DutyStep.DECISION;
            default -> DutyStep.DELIVERY;
        };
    }
}
