package org.kaiyuan.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.calendar.CalendarKeeping;
import org.kaiyuan.platform.calendar.CalendarPermissions;
import org.kaiyuan.platform.calendar.DayNature;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone(value = "deyang", permissions = CalendarPermissions.MAINTAIN)
class CalendarViewTest extends ViewTest {
    @Autowired CalendarKeeping keeping;

    @AfterEach
    void forgetWhatWasEntered() {
        keeping.forget(2028);
    }

    @Test
    void a_year_that_came_with_the_software_is_shown_but_not_offered_for_removal() {
        var view = open("2026");

        assertThat(view.told.getText()).contains("软件自带");
        assertThat(view.sheet.getElement().getTextRecursively()).contains("10月");
        assertThat(test(view.days).size()).isGreaterThan(30);
        assertThat(view.whole.isVisible()).isFalse();
        assertThat(view.forget.isVisible()).isFalse();
    }

    @Test
    void days_are_entered_one_after_the_other() {
        var view = open("2028");
        assertThat(view.told.getText()).contains("没有安排");
        view.day.setValue(LocalDate.of(2028, 10, 1));
        view.name.setValue("国庆节");

        test(view.enter).click();
        test(view.enter).click();

        assertThat(keeping.days(2028)).hasSize(2).allMatch(day -> !day.working());
        assertThat(view.day.getValue()).isEqualTo(LocalDate.of(2028, 10, 3));
        assertThat(view.whole.isVisible()).isTrue();
        assertThat(view.forget.isVisible()).isTrue();
        assertThat(test(view.days).size()).isEqualTo(2);
    }

    @Test
    void a_day_without_a_date_is_asked_for() {
        var view = open("2028");
        view.nature.setValue(DayNature.MADE_UP);

        test(view.enter).click();

        assertThat(view.day.isInvalid()).isTrue();
        assertThat(keeping.days(2028)).isEmpty();
    }

    private CalendarView open(String year) {
        UI.getCurrent().navigate(CalendarView.class, QueryParameters.of("year", year));
        return (CalendarView) getCurrentView();
    }
}
