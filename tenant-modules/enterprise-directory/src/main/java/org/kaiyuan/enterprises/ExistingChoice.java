package org.kaiyuan.enterprises;

/** What an import does with an enterprise that is there already, told by its credit code. */
public enum ExistingChoice {
    SKIP,
    FILL_GAPS,
    OVERWRITE
}
