"""The grammar of dates, one concern a module: values, Chinese, English, figures alone, the lunar calendar, relative words."""
