"""What each line of running text is: headline, byline, caption, lede, furniture, sign-off."""
