package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * A batch of integrated empowerment (集成授权), with the policies that go with it (配套政策).
 *
 * @param number counted from 1
 */
public record Batch(
        int number, String title, @Nullable LocalDate decidedOn, List<Policy> policies) {
    public Batch {
        title = ChineseText.storable(title).strip();
        policies = List.copyOf(policies);
    }

    /** @param area which of the five fields it is about; null for all */
    public record Policy(@Nullable EmpowermentArea area, String title, @Nullable String content) {
        public Policy {
            title = ChineseText.storable(title).strip();
            content =
                    content == null || content.isBlank()
                            ? null
                            : ChineseText.storable(content).strip();
        }
    }
}
