package org.kaiyuan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.Glyph;

class GlobalSearchTest extends ViewTest {

    @Test
    void what_was_typed_in_full_comes_before_what_is_only_like_it() {
        var search =
                new GlobalSearch(
                        List.of(
                                (typed, locale) -> List.of(found(typed, "德阳 2026 甲公司", "乙公司")),
                                (typed, locale) ->
                                        List.of(
                                                found(typed, "丙项目", "DEYANG-2026-0013"),
                                                found(typed, "丁项目", "DEYANG-2026-0012"))));

        search.typed.setValue("deyang 2026-0012");
        assertThat(shown(search)).startsWith("丁项目").hasSize(3);
        search.typed.setValue("丙项目");
        assertThat(shown(search)).startsWith("丙项目");
        search.typed.setValue("项目");
        assertThat(shown(search)).startsWith("德阳 2026 甲公司");
    }

    private static Finder.Found found(String typed, String title, String code) {
        return new Finder.Found(Glyph.Of.STAR, title, code, "leads").exactWhere(typed, title, code);
    }

    private static List<String> shown(GlobalSearch search) {
        return search.list
                .getChildren()
                .map(row -> row.getChildren().toList().get(1))
                .map(Component::getElement)
                .map(title -> title.getText())
                .toList();
    }
}
