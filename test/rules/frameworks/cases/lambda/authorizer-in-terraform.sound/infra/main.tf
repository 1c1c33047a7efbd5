data "archive_file" "code" {
  type        = "zip"
  source_dir  = "${path.module}/../src"
  output_path = "code.zip"
}

resource "aws_lambda_function" "finches" {
  function_name    = "finches"
  handler          = "finches.handler"
  runtime          = "nodejs20.x"
  role             = aws_iam_role.finches.arn
  filename         = data.archive_file.code.output_path
  environment {
    variables = { MONGO_URL = var.mongo_url }
  }
}

resource "aws_lambda_function" "gate" {
  function_name = "gate"
  handler       = "gate.handler"
  runtime       = "nodejs20.x"
  role          = aws_iam_role.finches.arn
  filename      = data.archive_file.code.output_path
}

resource "aws_apigatewayv2_authorizer" "gate" {
  api_id          = aws_apigatewayv2_api.meadow.id
  authorizer_type = "REQUEST"
  authorizer_uri  = aws_lambda_function.gate.invoke_arn
  name            = "gate"
}

resource "aws_apigatewayv2_integration" "finches" {
  api_id           = aws_apigatewayv2_api.meadow.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.finches.invoke_arn
}

resource "aws_apigatewayv2_route" "finches" {
  api_id             = aws_apigatewayv2_api.meadow.id
  route_key          = "POST /hooks/finches"
  target             = "integrations/${aws_apigatewayv2_integration.finches.id}"
  authorization_type = "CUSTOM"
  authorizer_id      = aws_apigatewayv2_authorizer.gate.id
}
