package org.kaiyuan.services;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures of services. A bundle counts as one case, and its parts at their services where figures are by service or of one
 * service; what is decided is on time by the day that was promised; a team without
 * a name has the key {@code ""}.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class ServiceFigures {
    /** Rates of fewer cases are marked. */
    public static final int SMALL = 30;

    /** The longest span. */
    private static final int MOST_MONTHS = 120;

    private final FigureSql figures;

    ServiceFigures(FigureSql figures) {
        this.figures = figures;
    }

    public FigureLine total(FigureQuestion question) {
        return figures.total(checked(question));
    }

    /** At most 500 lines. */
    public List<FigureLine> by(FigureGroup group, FigureQuestion question) {
        return figures.by(group, checked(question));
    }

    /** Steps that took place, in their order; in working days. */
    public List<StepFigure> steps(FigureQuestion question) {
        return figures.steps(checked(question));
    }

    private static FigureQuestion checked(FigureQuestion question) {
        if (question.to().isBefore(question.from())) {
            throw new ServicesFieldsRefused("to", "services.rule.untilBeforeFrom");
        }
        if (question.to().isAfter(question.from().plusMonths(MOST_MONTHS))
                || question.from().getYear() < 1990
                || question.to().getYear() > 9000) {
            throw new ServicesFieldsRefused("from", "services.rule.span");
        }
        return question;
    }
}
